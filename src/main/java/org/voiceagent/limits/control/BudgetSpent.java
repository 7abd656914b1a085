package org.voiceagent.limits.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.limits.entity.BudgetPeriod.Span;
import org.voiceagent.web.Problem;

/** What may be spent is spent, or set aside for others. */
public final class BudgetSpent extends Problem {

    /** Listening and speaking are over for the day or the month, writing is not. */
    public static final String OF_VOICE = "voice-budget-spent";

    private static final long serialVersionUID = 1L;

    private BudgetSpent(String type, String detail, Duration wait) {
        super(type, 503, "The budget is used up", detail, Optional.of(wait));
    }

    /** @param left of the day or the month */
    static BudgetSpent of(Span span, Duration left) {
        return new BudgetSpent("budget-spent", "The agent has answered as much as it can " + now(span) + ".", left);
    }

    static BudgetSpent ofSession(Duration untilTomorrow) {
        return new BudgetSpent(
                "session-budget-spent", "This conversation has used what it may use today.", untilTomorrow);
    }

    /** Speaking and listening stop first; answers are still written. */
    static BudgetSpent ofVoice(Span span, Duration left) {
        return new BudgetSpent(
                OF_VOICE, "The agent cannot listen or speak any more " + now(span) + "; it still writes.", left);
    }

    private static String now(Span span) {
        return span == Span.DAY ? "today" : "this month";
    }
}
