package org.voiceagent.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors may call while an admin has switched the agent off. */
class AgentSwitchTest {

    private static final String ROOT = "/api/voice-agent";

    @ParameterizedTest
    @CsvSource({
        "GET, /turns/one/events",
        "POST, /turns/one/heard",
        "POST, /turns/one/interrupt",
        "POST, /turns/one/feedback",
        "DELETE, /sessions/current",
        "GET, /sessions/current/export",
        "PUT, /sessions/current/consent"
    })
    void what_only_finishes_or_undoes_something_goes_on(String method, String path) {
        assertTrue(AgentSwitch.finishes(method, ROOT + path));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /turns",
        "POST, /turns/one/events",
        "POST, /turns/one/heard/more",
        "POST, /turns//heard",
        "GET, /config",
        "POST, /sessions",
        "GET, /sessions/current",
        "PUT, /sessions/current/preferences",
        "DELETE, /sessions/current/export",
        "POST, /chat",
        "GET, /live"
    })
    void what_begins_something_does_not(String method, String path) {
        assertFalse(AgentSwitch.finishes(method, ROOT + path));
        assertFalse(AgentSwitch.finishes(method, path));
    }
}
