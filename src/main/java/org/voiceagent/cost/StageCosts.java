package org.voiceagent.cost;

/** What the stages of a turn cost, each by itself. */
public record StageCosts(Money transcription, Money answer, Money speech) {

    public static final StageCosts NONE = new StageCosts(Money.ZERO, Money.ZERO, Money.ZERO);

    public static StageCosts ofTranscription(Money cost) {
        return new StageCosts(cost, Money.ZERO, Money.ZERO);
    }

    public static StageCosts ofAnswer(Money cost) {
        return new StageCosts(Money.ZERO, cost, Money.ZERO);
    }

    public static StageCosts ofSpeech(Money cost) {
        return new StageCosts(Money.ZERO, Money.ZERO, cost);
    }

    /** @throws ArithmeticException when a sum leaves the range */
    public StageCosts plus(StageCosts more) {
        return new StageCosts(
                transcription.plus(more.transcription), answer.plus(more.answer), speech.plus(more.speech));
    }

    /** @throws ArithmeticException when the sum leaves the range */
    public Money total() {
        return transcription.plus(answer).plus(speech);
    }
}
