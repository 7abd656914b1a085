package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.voiceagent.conversation.entity.Consumption;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRated;
import org.voiceagent.conversation.entity.TurnSetting;
import org.voiceagent.conversation.entity.TurnTimings;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.cost.Usage;

/**
 * A turn of a script, all of it known.
 *
 * @param topic which question it is, whatever its wording
 * @param times milliseconds, in the order of {@link Stage}
 */
public record ScriptedTurn(
        SessionRef session,
        TurnId id,
        Instant at,
        Place place,
        Serving serving,
        int topic,
        String question,
        boolean grounded,
        int[] times,
        Consumed consumed,
        Optional<Rating> rating) {

    public record Place(Optional<String> country, Device device) {}

    public record Serving(boolean spoken, String language, String engine, Outcome outcome, Optional<String> problem) {}

    public record Consumed(int input, int cachedInput, int output, int cacheHits, BigDecimal cost) {}

    /** Nothing of a turn that failed is remembered. */
    public boolean remembered() {
        return serving.outcome() != Outcome.FAILED;
    }

    public boolean unanswered() {
        return serving.outcome() == Outcome.DONE && !grounded;
    }

    /** Its words, whatever the case and what stands between them. */
    public String words() {
        return question.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    public boolean ratedDown() {
        return rating.isPresent() && rating.get() == Rating.DOWN;
    }

    /** Not answered, or not well; only of what is remembered there are words. */
    public boolean inVain() {
        return remembered() && (unanswered() || ratedDown());
    }

    /** What happens, in the order it is told to the log. */
    public List<LogRow> rows() {
        LogRow ended = new LogRow.Ended(new TurnCompleted(
                session,
                turn(),
                remembered() ? OptionalLong.of(1) : OptionalLong.empty(),
                new TurnTimings(times[0], times[1], times[2], times[3], times[4], times[5], times[6], times[7]),
                new Consumption(
                        new Usage(consumed.input(), consumed.cachedInput(), consumed.output()),
                        Duration.ofMillis(serving.spoken() ? 2000 : 0),
                        90,
                        consumed.cacheHits(),
                        StageCosts.ofAnswer(Money.of(consumed.cost()))),
                new TurnSetting(
                        Mode.TURNS,
                        serving.spoken(),
                        serving.language(),
                        Optional.empty(),
                        serving.engine(),
                        Optional.empty()),
                serving.problem()));
        return rating.<List<LogRow>>map(
                        said -> List.of(ended, new LogRow.Rated(new TurnRated(session, id, Optional.of(said), at))))
                .orElse(List.of(ended));
    }

    private Turn turn() {
        List<Source> sources = grounded ? List.of(new Source("Hours", "help/hours")) : List.of();
        return new Turn(id, question, "=At nine, \"sharp\".", at, serving.outcome(), sources);
    }
}
