package org.voiceagent.insight.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.voiceagent.conversation.entity.Consumption;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.SessionBegun;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnSetting;
import org.voiceagent.conversation.entity.TurnTimings;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.cost.Usage;

/** Rows as turns bring them. */
public final class Rows {

    public static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private Rows() {}

    public static SessionRef session() {
        return SessionRef.of(SessionId.mint());
    }

    public static LogRow.Begun begun(SessionRef session) {
        return new LogRow.Begun(new SessionBegun(session, NOW, Optional.of("en")), Optional.of("DE"), Device.MOBILE);
    }

    public static LogRow.Ended ended(SessionRef session) {
        return ended(session, turn("When?", "At nine.", NOW));
    }

    public static LogRow.Ended ended(SessionRef session, Turn turn) {
        return ended(session, turn, OptionalLong.of(1));
    }

    /** @param number empty when nothing of it was remembered */
    public static LogRow.Ended ended(SessionRef session, Turn turn, OptionalLong number) {
        return new LogRow.Ended(new TurnCompleted(
                session,
                turn,
                number,
                new TurnTimings(1, 2, 3, 4, 5, 6, 7, 8),
                new Consumption(
                        new Usage(400, 100, 20),
                        Duration.ofMillis(2300),
                        90,
                        1,
                        StageCosts.ofAnswer(Money.of(new BigDecimal("0.000123456789")))),
                new TurnSetting(
                        Mode.TURNS,
                        true,
                        "en",
                        Optional.of("openai/whisper-1"),
                        "openai/gpt-4o-mini",
                        Optional.of("embedded")),
                Optional.empty()));
    }

    public static Turn turn(String question, String response, Instant at) {
        return turn(TurnId.mint(), question, response, at);
    }

    public static Turn turn(TurnId id, String question, String response, Instant at) {
        return new Turn(id, question, response, at, Outcome.DONE, List.of(new Source("Hours", "help/hours#saturday")));
    }
}
