package org.voiceagent.limits.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.voiceagent.cluster.Parallel;
import org.voiceagent.cost.Money;

class RatesTest extends OnCounters {

    private static final String SESSION = "session";
    private static final Duration REST_OF_HOUR = Duration.ofMinutes(40);

    @Test
    void an_address_mints_its_share_of_sessions_and_waits_for_the_next_hour() {
        Allowances allowances = limits.with("limits.sessions-per-address", "2").allowances();
        allowances.forSession(ADDRESS);
        allowances.forSession(ADDRESS);
        assertTooMany(REST_OF_HOUR, () -> allowances.forSession(ADDRESS));
        allowances.forSession("198.51.100.1");
        limits.clock().move(REST_OF_HOUR.minusNanos(1));
        assertTooMany(Duration.ofNanos(1), () -> allowances.forSession(ADDRESS));
        limits.clock().move(Duration.ofNanos(1));
        allowances.forSession(ADDRESS);
    }

    @Test
    void an_address_has_one_share_of_calls_for_all_that_costs_money() {
        Allowances allowances = limits.with("limits.calls-per-address", "3").allowances();
        allowances.forTurn(ADDRESS, SESSION, Money.ZERO);
        allowances.forSpeech(ADDRESS, SESSION, 10, Money.ZERO);
        allowances.forTranscription(ADDRESS, SESSION, Duration.ofSeconds(3), Money.ZERO);
        assertTooMany(REST_OF_HOUR, () -> allowances.forTurn(ADDRESS, "another", Money.ZERO));
        assertTooMany(REST_OF_HOUR, () -> allowances.forSpeech(ADDRESS, SESSION, 10, Money.ZERO));
        assertTooMany(REST_OF_HOUR, () -> allowances.forCall(ADDRESS));
        allowances.forTurn("198.51.100.1", SESSION, Money.ZERO);
    }

    @Test
    void a_call_without_a_session_is_one_of_an_address() {
        Allowances allowances = limits.with("limits.calls-per-address", "1").allowances();
        allowances.forCall(ADDRESS);
        assertTooMany(REST_OF_HOUR, () -> allowances.forTurn(ADDRESS, SESSION, Money.ZERO));
    }

    @Test
    void calls_at_once_do_not_pass_the_limit_together() throws Exception {
        Allowances allowances = limits.with("limits.calls-per-address", "20").allowances();
        List<Boolean> passed =
                Parallel.calls(50, index -> passes(() -> allowances.forTurn(ADDRESS, SESSION, Money.ZERO)));
        assertEquals(20, Collections.frequency(passed, true));
    }

    @Test
    void a_session_has_its_share_of_characters() {
        Allowances allowances =
                limits.with("limits.characters-per-session", "100").allowances();
        allowances.forSpeech(ADDRESS, SESSION, 60, Money.ZERO);
        assertTooMany(REST_OF_HOUR, () -> allowances.forSpeech(ADDRESS, SESSION, 41, Money.ZERO));
        allowances.forSpeech(ADDRESS, SESSION, 40, Money.ZERO);
        allowances.forSpeech(ADDRESS, "another", 100, Money.ZERO);
    }

    @Test
    void a_session_has_its_share_of_audio_by_begun_seconds() {
        Allowances allowances = limits.with("limits.seconds-per-session", "3").allowances();
        allowances.forTranscription(ADDRESS, SESSION, Duration.ofMillis(1001), Money.ZERO);
        Duration second = Duration.ofMillis(1000);
        allowances.forTranscription(ADDRESS, SESSION, second, Money.ZERO);
        assertTooMany(
                REST_OF_HOUR, () -> allowances.forTranscription(ADDRESS, SESSION, Duration.ofMillis(1), Money.ZERO));
    }

    @Test
    void a_session_and_an_address_send_their_shares_of_messages() {
        Allowances allowances = limits.with("limits.handoffs-per-session", "2")
                .with("limits.handoffs-per-address", "3")
                .allowances();
        allowances.forHandoff(ADDRESS, SESSION);
        allowances.forHandoff(ADDRESS, SESSION);
        assertTooMany(REST_OF_HOUR, () -> allowances.forHandoff("198.51.100.1", SESSION));
        allowances.forHandoff(ADDRESS, "another");
        assertTooMany(REST_OF_HOUR, () -> allowances.forHandoff(ADDRESS, "a third"));
    }

    @Test
    void a_limit_of_zero_is_none() {
        Allowances allowances = limits.with("limits.sessions-per-address", "0")
                .with("limits.calls-per-address", "0")
                .with("limits.characters-per-session", "0")
                .with("limits.seconds-per-session", "0")
                .with("limits.handoffs-per-session", "0")
                .with("limits.handoffs-per-address", "0")
                .allowances();
        for (int call = 0; call < 10; call++) {
            allowances.forSession(ADDRESS);
            allowances.forHandoff(ADDRESS, SESSION);
            allowances.forSpeech(ADDRESS, SESSION, 1_000_000, Money.ZERO);
            allowances.forTranscription(ADDRESS, SESSION, Duration.ofDays(1), Money.ZERO);
        }
        assertTrue(store.names().isEmpty(), store.names().toString());
    }

    @Test
    void no_counter_shows_an_address_or_outlives_its_hour() {
        Allowances allowances = limits.allowances();
        allowances.forSession(ADDRESS);
        allowances.forTurn(ADDRESS, SESSION, Money.ZERO);
        assertEquals(2, store.names().size());
        for (String counter : store.names()) {
            assertFalse(counter.contains(ADDRESS), counter);
            assertTrue(store.life(counter).compareTo(REST_OF_HOUR.plusSeconds(2)) < 0, counter);
        }
    }

    private static boolean passes(Runnable call) {
        try {
            call.run();
            return true;
        } catch (TooMany refused) {
            return false;
        }
    }

    private static void assertTooMany(Duration wait, Executable call) {
        TooMany refused = assertThrows(TooMany.class, call);
        assertEquals("rate-limit", refused.type());
        assertEquals(429, refused.status());
        assertEquals(Optional.of(wait), refused.retryAfter());
    }
}
