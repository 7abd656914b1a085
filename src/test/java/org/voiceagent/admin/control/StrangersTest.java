package org.voiceagent.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.admin.control.Strangers.Deed;
import org.voiceagent.limits.HandClock;
import org.voiceagent.limits.control.Attempts;
import org.voiceagent.limits.store.TestCounters;
import org.voiceagent.web.Problem;

/** Nobody does without end what costs something, and nobody shuts others out by it. */
class StrangersTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private static TestCounters store;

    private final HandClock clock = new HandClock("2030-05-06T10:20:00Z");
    private final List<Problem> told = new ArrayList<>();
    private final Attempts attempts = new Attempts(store.at(clock), clock, told::add);
    private final Strangers strangers = new Strangers(attempts);

    private int asked;

    @BeforeAll
    static void start() {
        store = new TestCounters();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void clear() {
        store.clear();
    }

    private void often(Deed deed, int times) {
        for (int done = 0; done < times; done++) {
            strangers.count(deed, HERE);
        }
    }

    private <T> Supplier<T> answering(Supplier<RuntimeException> how) {
        return () -> {
            asked++;
            throw how.get();
        };
    }

    @ParameterizedTest
    @CsvSource({"BEGIN, 50", "STRAY, 5", "DENIED, 5"})
    void a_deed_is_done_a_few_times_from_one_address_in_a_quarter_of_an_hour(Deed deed, int most) {
        often(deed, most);
        Problem problem = assertThrows(Problem.class, () -> strangers.count(deed, HERE));
        assertEquals(429, problem.status());
        assertEquals("too-many-attempts", problem.type());
        assertEquals(Optional.of(Duration.ofMinutes(10)), problem.retryAfter());
        assertEquals(List.of(problem), told);
        strangers.count(deed, ELSEWHERE);
        clock.move(Duration.ofMinutes(10));
        strangers.count(deed, HERE);
    }

    @Test
    void each_is_counted_apart_and_shuts_nobody_out_who_signs_in_rightly() {
        often(Deed.STRAY, 5);
        often(Deed.DENIED, 5);
        often(Deed.BEGIN, 50);
        assertEquals("ada", strangers.judged(HERE, () -> "ada"));
    }

    @Test
    void what_cannot_be_trusted_counts_as_a_wrong_password() {
        Supplier<String> forged = answering(() -> SignInRefused.untrusted("ID token: forged"));
        assertThrows(SignInRefused.class, () -> strangers.judged(HERE, forged));
        for (int tried = 1; tried < 5; tried++) {
            assertFalse(attempts.attempt("sign-in", HERE, () -> false));
        }
        assertThrows(Problem.class, () -> attempts.attempt("sign-in", HERE, () -> true));
    }

    @Test
    void who_is_answered_in_vain_may_not_ask_without_end() {
        Supplier<String> junk = answering(() -> ProviderUnavailable.unusable(null));
        for (int tried = 0; tried < 5; tried++) {
            assertThrows(ProviderUnavailable.class, () -> strangers.judged(HERE, junk));
        }
        Problem problem = assertThrows(Problem.class, () -> strangers.judged(HERE, junk));
        assertEquals(429, problem.status());
        assertEquals(5, asked);
        assertTrue(attempts.attempt("sign-in", HERE, () -> true), "a password still serves");
        assertEquals("ada", strangers.judged(ELSEWHERE, () -> "ada"));
    }

    @Test
    void a_silent_provider_counts_against_nobody() {
        Supplier<String> silence = answering(ProviderUnavailable::silent);
        for (int tried = 0; tried < 10; tried++) {
            assertThrows(ProviderUnavailable.class, () -> strangers.judged(HERE, silence));
        }
        assertEquals("ada", strangers.judged(HERE, () -> "ada"));
    }
}
