package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/** VOICE_AGENT_ENABLED, VOICE_CACHE_ENABLED and the slim WAR, on servers of their own. */
class SwitchIT {

    private static FakeUpstream fake;

    @BeforeAll
    static void startUpstream() {
        fake = FakeUpstream.start().requireKey(Servers.KEY);
    }

    @AfterAll
    static void stopUpstream() {
        fake.close();
    }

    @Test
    void a_disabled_agent_answers_every_call_with_503() {
        try (Server server = Server.started("disabled", Map.of("VOICE_AGENT_ENABLED", "false"))) {
            Calls calls = Calls.to(server);
            for (String path : new String[] {"/config", "/sessions/current", "/none"}) {
                Problems.assertProblem(calls.send(calls.api(path).GET()), 503, "agent-disabled");
            }
            for (String path : new String[] {"/sessions", "/chat", "/speak", "/transcribe"}) {
                Problems.assertProblem(
                        calls.send(calls.api(path).POST(BodyPublishers.noBody())), 503, "agent-disabled");
            }
            assertEquals(200, calls.send(calls.request("/").GET()).statusCode(), "the site itself goes on");
        }
    }

    @Test
    void the_slim_war_speaks_through_an_upstream_and_keeps_nothing_when_the_cache_is_off() {
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                fake.url().toString(),
                "VOICE_CACHE_ENABLED",
                "false",
                "VOICE_API_REQUIRE_ORIGIN",
                "true");
        try (Server server =
                Server.started("slim", ServerSetup.slim(environment).brief())) {
            Calls calls = Calls.to(server);
            Problems.assertProblem(
                    calls.send(calls.api("/sessions").POST(BodyPublishers.noBody())), 403, "origin-not-allowed");
            String origin = server.url().toString();
            HttpResponse<String> minted =
                    calls.send(calls.api("/sessions").header("Origin", origin).POST(BodyPublishers.noBody()));
            String session = Calls.object(minted).getString("sessionId");
            String text = "{\"text\":\"Said twice.\"}";
            for (int time = 1; time <= 2; time++) {
                assertEquals(
                        200,
                        calls.send(calls.json("/speak", session, text).header("Origin", origin))
                                .statusCode());
                assertEquals(time, fake.calls(FakeUpstream.SPEECH).size());
            }
        }
    }
}
