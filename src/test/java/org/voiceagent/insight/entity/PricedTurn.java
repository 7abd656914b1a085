package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.voiceagent.conversation.entity.Consumption;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnSetting;
import org.voiceagent.conversation.entity.TurnTimings;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.cost.Usage;

/**
 * A turn whose costs are known beforehand, in millionths of a millionth.
 *
 * @param transcription negative where the question was typed
 * @param speech negative where the answer was not spoken
 */
public record PricedTurn(SessionRef session, Instant at, String model, long transcription, long answer, long speech) {

    private static final int SEED = 4711;
    private static final long MOST_PICOS = 9_000_000_000L;
    private static final List<String> MODELS = List.of("openai/gpt-4o-mini", "openai/large", "openai/small");

    /** Some turns, or none, on each of so many days, always the same ones. */
    public static List<PricedTurn> over(int days, LocalDate today) {
        Random random = new Random(SEED);
        List<PricedTurn> turns = new ArrayList<>();
        for (int day = days - 1; day >= 0; day--) {
            int sessions = random.nextInt(4);
            for (int session = 0; session < sessions; session++) {
                add(turns, random, today.minusDays(day));
            }
        }
        return turns;
    }

    private static void add(List<PricedTurn> turns, Random random, LocalDate day) {
        SessionRef session = Rows.session();
        int count = 1 + random.nextInt(3);
        for (int turn = 0; turn < count; turn++) {
            // the first and the last moment of a day are of that day
            LocalTime time = turn == 0
                    ? LocalTime.MIN
                    : LocalTime.of(23, 59, 59, 999_000_000).minusSeconds(random.nextInt(3) * 40_000L);
            turns.add(new PricedTurn(
                    session,
                    day.atTime(time).toInstant(ZoneOffset.UTC),
                    MODELS.get(random.nextInt(MODELS.size())),
                    random.nextBoolean() ? picos(random) : -1,
                    picos(random),
                    random.nextBoolean() ? picos(random) : -1));
        }
    }

    private static long picos(Random random) {
        return (long) (random.nextDouble() * MOST_PICOS) + 1;
    }

    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    public long picos() {
        return Math.max(0, transcription) + answer + Math.max(0, speech);
    }

    public LogRow row() {
        return new LogRow.Ended(new TurnCompleted(
                session,
                Rows.turn("When?", "At nine.", at),
                OptionalLong.of(1),
                new TurnTimings(1, 2, 3, 4, 5, 6, 7, 8),
                new Consumption(
                        new Usage(400, 100, 20),
                        Duration.ofMillis(2300),
                        90,
                        0,
                        new StageCosts(
                                new Money(Math.max(0, transcription)),
                                new Money(answer),
                                new Money(Math.max(0, speech)))),
                new TurnSetting(
                        Mode.TURNS,
                        transcription >= 0,
                        "en",
                        transcription >= 0 ? Optional.of("openai/whisper-1") : Optional.empty(),
                        model,
                        speech >= 0 ? Optional.of("openai/voice") : Optional.empty()),
                Optional.empty()));
    }

    /** Exactly what so many picos are, as JSON has it. */
    public static BigDecimal amount(long picos) {
        return Amount.plain(new BigDecimal(java.math.BigInteger.valueOf(picos), 12));
    }
}
