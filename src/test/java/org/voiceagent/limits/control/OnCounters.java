package org.voiceagent.limits.control;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.voiceagent.limits.store.TestCounters;

/** Tests of limits that count in a real member, each from nothing. */
abstract class OnCounters {

    static final String ADDRESS = "203.0.113.7";

    static TestCounters store;

    TestLimits limits;

    @BeforeAll
    static void start() {
        store = new TestCounters();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void begin() {
        limits = TestLimits.on(store);
    }
}
