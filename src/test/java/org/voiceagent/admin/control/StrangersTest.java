package org.voiceagent.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.admin.control.Strangers.Deed;
import org.voiceagent.limits.HandClock;
import org.voiceagent.limits.store.TestCounters;
import org.voiceagent.web.Problem;

/** Nobody does without end what costs something, and nobody shuts others out by it. */
class StrangersTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private static TestCounters store;

    private final HandClock clock = new HandClock("2030-05-06T10:20:00Z");
    private final List<Problem> told = new ArrayList<>();
    private final Strangers strangers = new Strangers(
            store.at(clock),
            clock,
            problem -> {
                told.add(problem);
                return problem;
            });

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
}
