package org.voiceagent.limits.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.web.Problem;

/** What may be spent is spent, or set aside for others. */
public final class BudgetSpent extends Problem {

    /** Listening and speaking are over for the day, writing is not. */
    public static final String OF_VOICE = "voice-budget-spent";

    private static final long serialVersionUID = 1L;

    private BudgetSpent(String type, String detail, Duration wait) {
        super(type, 503, "The budget is used up", detail, Optional.of(wait));
    }

    static BudgetSpent ofDay(Duration untilTomorrow) {
        return new BudgetSpent("budget-spent", "The agent has answered as much as it can today.", untilTomorrow);
    }

    static BudgetSpent ofSession(Duration untilTomorrow) {
        return new BudgetSpent(
                "session-budget-spent", "This conversation has used what it may use today.", untilTomorrow);
    }

    /** Speaking and listening stop first; answers are still written. */
    static BudgetSpent ofVoice(Duration untilTomorrow) {
        return new BudgetSpent(
                OF_VOICE, "The agent cannot listen or speak any more today; it still writes.", untilTomorrow);
    }
}
