package org.voiceagent.it;

import java.time.Duration;
import java.util.List;
import org.voiceagent.upstream.FakeUpstream;

/** An answer that takes so long that something can happen in the middle of it. */
final class SlowAnswer {

    static final List<String> SENTENCES = List.of(
            "On Monday we open at nine.",
            "On Tuesday we open at ten.",
            "On Wednesday we open at eleven.",
            "On Thursday we open at noon.");
    static final Duration SLOWLY = Duration.ofMillis(120);

    private SlowAnswer() {}

    /** From now on, until it is unscripted. */
    static void of(FakeUpstream fake) {
        fake.unscripted().answer(String.join(" ", SENTENCES)).timing(Duration.ZERO, SLOWLY);
    }
}
