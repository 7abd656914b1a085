package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionBegun;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

/** Turns of three days of fake time, the second of which is the one in Berlin that has 23 hours; the same in every run. */
public final class Script {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final long DAYS = 3;

    public static final LocalDate FIRST = LocalDate.of(2026, 3, 28);
    public static final LocalDate LAST = FIRST.plusDays(DAYS - 1);

    private static final int TOPICS = 20;
    private static final String[] PROBLEMS = {"upstream-timeout", "upstream-failed", "internal-error"};
    private static final String[] ENGINES = {"openai/gpt-4o-mini", "embedded", "site"};
    private static final String[] LANGUAGES = {"en", "de", "fr"};
    private static final String[] COUNTRIES = {"DE", "FR", "US"};

    private final Random chance = new Random(42);
    private final List<ScriptedTurn> turns = new ArrayList<>();
    private final List<LogRow> rows = new ArrayList<>();

    private final Instant begin;
    private final Duration all;

    private Script(LocalDate first, int count) {
        begin = first.atStartOfDay(ZONE).toInstant();
        all = Duration.between(begin, first.plusDays(DAYS).atStartOfDay(ZONE).toInstant());
        while (turns.size() < count) {
            session(Math.min(1 + chance.nextInt(9), count - turns.size()), count);
        }
    }

    public static Script of(int turns) {
        return new Script(FIRST, turns);
    }

    /** Of other days. */
    public static Script upTo(LocalDate last, int turns) {
        return new Script(last.minusDays(DAYS - 1), turns);
    }

    public List<ScriptedTurn> turns() {
        return turns;
    }

    /** What the log is told, in order. */
    public List<LogRow> rows() {
        return rows;
    }

    /** Some go on over midnight; each turn has a moment of its own. */
    private void session(int length, int count) {
        SessionRef session = Rows.session();
        ScriptedTurn.Place place = new ScriptedTurn.Place(
                chance.nextInt(4) == 0 ? Optional.empty() : Optional.of(any(COUNTRIES)),
                Device.values()[chance.nextInt(Device.values().length)]);
        long step = all.toMillis() / count;
        Instant begun = begin.plusMillis(turns.size() * step);
        rows.add(
                new LogRow.Begun(new SessionBegun(session, begun, Optional.of("en")), place.country(), place.device()));
        for (int number = 0; number < length; number++) {
            ScriptedTurn turn =
                    turn(session, place, begin.plusMillis(turns.size() * step + chance.nextInt((int) step)));
            turns.add(turn);
            rows.addAll(turn.rows());
        }
    }

    private ScriptedTurn turn(SessionRef session, ScriptedTurn.Place place, Instant at) {
        int topic = (int) (Math.pow(chance.nextDouble(), 2) * TOPICS);
        Outcome outcome = chance.nextInt(3) > 0 ? Outcome.DONE : any(Outcome.values());
        return new ScriptedTurn(
                session,
                new TurnId(new UUID(chance.nextLong(), chance.nextLong())),
                at,
                place,
                new ScriptedTurn.Serving(
                        chance.nextBoolean(),
                        any(LANGUAGES),
                        any(ENGINES),
                        outcome,
                        outcome == Outcome.FAILED ? Optional.of(any(PROBLEMS)) : Optional.empty()),
                topic,
                wording(topic),
                chance.nextInt(5) > 0,
                times(),
                consumed(),
                chance.nextInt(10) > 0 ? Optional.empty() : Optional.of(any(Rating.values())));
    }

    private String wording(int topic) {
        String question = "What about topic %d, \u00c4rger & more?".formatted(topic);
        return switch (chance.nextInt(5)) {
            case 0 -> question.toUpperCase(Locale.ROOT);
            case 1 -> "  " + question.replace("?", "").replace(" ", "\n ");
            case 2 -> question.replace(",", " -") + "!!";
            case 3 -> "Topic %d: more about \u00c4rger?".formatted(topic);
            default -> question;
        };
    }

    private int[] times() {
        int[] times = new int[Stage.values().length];
        for (int stage = 0; stage < times.length; stage++) {
            times[stage] = Math.max(0, (int) (chance.nextGaussian() * 300) + 200 * stage);
        }
        return times;
    }

    private ScriptedTurn.Consumed consumed() {
        int input = chance.nextInt(2000);
        return new ScriptedTurn.Consumed(
                input,
                chance.nextInt(input + 1),
                chance.nextInt(300),
                Math.max(0, chance.nextInt(6) - 3),
                BigDecimal.valueOf(chance.nextInt(1_000_000_000), 12));
    }

    private <T> T any(T[] choices) {
        return choices[chance.nextInt(choices.length)];
    }
}
