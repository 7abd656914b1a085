package org.voiceagent.conversation.control;

import java.time.Duration;
import org.voiceagent.conversation.entity.Consumption;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.cost.Usage;

/** What a turn has consumed so far. For the turn's own thread. */
final class Tally {

    private StageCosts costs = StageCosts.NONE;
    private StageCosts before = StageCosts.NONE;
    private Duration transcribed = Duration.ZERO;
    private int characters;
    private int cacheHits;

    void costs(StageCosts more) {
        costs = costs.plus(more);
    }

    /** What is to be settled at the turn's end. */
    Money cost() {
        return costs.total();
    }

    void transcribed(Duration audio) {
        transcribed = transcribed.plus(audio);
    }

    /** Its question was heard before it was a turn. */
    void heardBefore(Duration audio, Money settled) {
        transcribed(audio);
        before = before.plus(StageCosts.ofTranscription(settled));
    }

    void spoke(int billed, int fromCache) {
        characters += billed;
        cacheHits += fromCache;
    }

    boolean transcribed() {
        return !transcribed.isZero();
    }

    Consumption consumption(Usage usage, boolean answerFromCache) {
        return new Consumption(
                usage, transcribed, characters, cacheHits + (answerFromCache ? 1 : 0), costs.plus(before));
    }
}
