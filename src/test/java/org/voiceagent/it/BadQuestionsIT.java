package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.upstream.FakeUpstream;

/** Bad input to the calls that take JSON; none of it may reach the upstream. */
class BadQuestionsIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final FakeUpstream FAKE = Servers.fake();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422",
                "{\"question\":null}|422",
                "{\"question\":\" \\t\"}|422",
                "{\"question\":42}|422",
                "{\"question\":[\"When?\"]}|422",
                "{\"question\":\"a\\u0000b\"}|422",
                "{\"question\":\"When?\",\"turnId\":\"7\"}|422",
                "{\"question\":\"When?\",\"confidence\":2}|422",
                "{\"question\":\"When?|400",
                "[\"When?\"]|400",
                "question=When|400"
            })
    void refuses_what_is_no_question(String body, int status) {
        refused(CALLS.send(CALLS.json("/chat", CALLS.session(), body)), status);
    }

    @Test
    void refuses_a_question_over_the_limit_and_takes_one_at_it() {
        String session = CALLS.session();
        refused(CALLS.ask(session, "a".repeat(2001)), 422);
        assertEquals(200, CALLS.ask(session, "ä".repeat(2000)).statusCode());
    }

    @Test
    void refuses_broken_utf_8() {
        byte[] latin = "{\"question\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        refused(CALLS.send(CALLS.json("/chat", CALLS.session(), "").POST(BodyPublishers.ofByteArray(latin))), 400);
    }

    @Test
    void refuses_json_ten_thousand_levels_deep() {
        String deep = "{\"question\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        refused(CALLS.send(CALLS.json("/chat", CALLS.session(), deep)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat", "/speak", "/sessions/current/preferences"})
    void refuses_a_body_of_another_type(String path) {
        HttpResponse<String> answer = CALLS.send(CALLS.inSession(CALLS.session(), path)
                .header("Content-Type", "text/plain")
                .method(path.endsWith("preferences") ? "PUT" : "POST", BodyPublishers.ofString("When?")));
        refused(answer, 415);
    }

    @Test
    void refuses_an_accept_it_cannot_serve() {
        refused(
                CALLS.send(CALLS.json("/chat", CALLS.session(), "{\"question\":\"When?\"}")
                        .header("Accept", "image/png")),
                406);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /chat, POST", "GET, /speak, POST", "DELETE, /sessions, POST", "POST, /config, GET"})
    void names_the_methods_of_an_address(String method, String path, String allowed) {
        HttpResponse<String> answer = CALLS.send(CALLS.api(path).method(method, BodyPublishers.noBody()));
        Problems.assertProblem(answer, 405, "method-not-allowed");
        assertTrue(answer.headers().firstValue("Allow").orElse("").contains(allowed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat", "/speak"})
    void no_call_that_costs_money_goes_without_a_session(String path) {
        int calls = FAKE.calls().size();
        HttpResponse<String> answer = CALLS.send(CALLS.api(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"question\":\"When?\",\"text\":\"Hello.\"}")));
        Problems.assertProblem(answer, 401, "session-required");
        assertEquals(calls, FAKE.calls().size());
    }

    @Test
    void an_id_the_visitor_made_up_is_unknown() {
        int calls = FAKE.calls().size();
        Problems.assertProblem(CALLS.ask("0f8fad5b-d9cb-469f-a165-70867728950e", "When?"), 404, "session-not-found");
        assertEquals(calls, FAKE.calls().size());
    }

    @Test
    void refuses_more_json_than_any_call_needs() {
        String large = "{\"question\":\"" + "a".repeat(600_000) + "\"}";
        refused(CALLS.send(CALLS.json("/chat", CALLS.session(), large)), 413);
    }

    private static void refused(HttpResponse<String> answer, int status) {
        Problems.assertProblem(answer, status);
    }
}
