package org.voiceagent.conversation.control;

import java.util.concurrent.TimeUnit;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.conversation.entity.TurnTimings;
import org.voiceagent.cost.Usage;

/** A turn whose answer has begun to come; {@link TurnPipeline#complete} must be called for it, which closes the answer. */
public final class RunningTurn {

    private final TurnRequest request;
    private final AnswerStream answer;
    private final long startedNanos;
    private long ttft;
    private long firstSentence;

    RunningTurn(TurnRequest request, AnswerStream answer, long startedNanos) {
        this.request = request;
        this.answer = answer;
        this.startedNanos = startedNanos;
    }

    TurnRequest request() {
        return request;
    }

    AnswerStream answer() {
        return answer;
    }

    /** What the answer consumed; final once the turn is complete. */
    public Usage usage() {
        return answer.usage();
    }

    void deltaArrived() {
        if (ttft == 0) {
            ttft = elapsed();
        }
    }

    void sentenceFinished() {
        if (firstSentence == 0) {
            firstSentence = elapsed();
        }
    }

    TurnTimings timings() {
        return new TurnTimings(ttft, firstSentence, elapsed());
    }

    private long elapsed() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    }
}
