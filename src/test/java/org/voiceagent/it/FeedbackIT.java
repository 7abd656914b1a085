package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors think of answers. */
class FeedbackIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final String UNKNOWN = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    @BeforeAll
    static void healthyUpstream() {
        Servers.fake().unscripted();
    }

    @Test
    void an_answer_is_rated_rated_otherwise_and_not_at_all_in_the_end() {
        String session = CALLS.session();
        List<String> turns = List.of(asked(session), asked(session));
        for (String rating : List.of("up", "up", "down", "none")) {
            assertEquals(
                    204,
                    rate(session, turns.get(1), "{\"rating\":\"" + rating + "\"}")
                            .statusCode());
            JsonArray remembered = remembered(session);
            assertEquals("", remembered.getJsonObject(0).getString("rating", ""), "the other one");
            assertEquals(
                    rating.equals("none") ? "" : rating,
                    remembered.getJsonObject(1).getString("rating", ""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422",
                "{\"rating\":null}|422",
                "{\"rating\":\"UP\"}|422",
                "{\"rating\":\"great\"}|422",
                "{\"rating\":\"\"}|422",
                "{\"rating\":1}|422",
                "{\"rating\":\"up|400",
                "[\"up\"]|400"
            })
    void what_is_no_rating_is_refused_and_changes_nothing(String body, int status) {
        String session = CALLS.session();
        String turn = asked(session);
        rate(session, turn, "{\"rating\":\"down\"}");
        HttpResponse<String> refused = rate(session, turn, body);
        Problems.assertProblem(refused, status);
        assertEquals("down", remembered(session).getJsonObject(0).getString("rating"));
    }

    @Test
    void only_the_session_that_asked_can_rate() {
        String session = CALLS.session();
        String turn = asked(session);
        String up = "{\"rating\":\"up\"}";
        Problems.assertProblem(rate(CALLS.session(), turn, up), 404, "turn-not-found");
        Problems.assertProblem(rate(session, UNKNOWN, up), 404, "turn-not-found");
        Problems.assertProblem(rate(session, "no-turn", up), 404, "turn-not-found");
        Problems.assertProblem(rate(UNKNOWN, turn, up), 404, "session-not-found");
        Problems.assertProblem(rate("not-a-uuid", turn, up), 400, "session-malformed");
        HttpRequest.Builder nobody = CALLS.api("/turns/" + turn + "/feedback")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(up));
        Problems.assertProblem(CALLS.send(nobody), 401, "session-required");
        assertEquals("", remembered(session).getJsonObject(0).getString("rating", ""));
    }

    @Test
    void a_rating_is_json_that_is_posted() {
        String session = CALLS.session();
        String path = "/turns/" + asked(session) + "/feedback";
        Problems.assertProblem(
                CALLS.send(CALLS.inSession(session, path)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("up"))),
                415);
        Problems.assertProblem(CALLS.send(CALLS.inSession(session, path).GET()), 405, "method-not-allowed");
    }

    @Test
    void goes_with_the_session_that_is_erased() {
        String session = CALLS.session();
        String turn = asked(session);
        CALLS.send(CALLS.inSession(session, "/sessions/current").DELETE());
        Problems.assertProblem(rate(session, turn, "{\"rating\":\"up\"}"), 404, "session-not-found");
    }

    private static String asked(String session) {
        String turn = UUID.randomUUID().toString();
        String body = "{\"question\":\"When are you open?\",\"turnId\":\"" + turn + "\"}";
        assertEquals(200, CALLS.send(CALLS.json("/chat", session, body)).statusCode());
        return turn;
    }

    private static HttpResponse<String> rate(String session, String turn, String body) {
        return CALLS.send(CALLS.json("/turns/" + turn + "/feedback", session, body));
    }

    private static JsonArray remembered(String session) {
        JsonObject current = Calls.object(
                CALLS.send(CALLS.inSession(session, "/sessions/current").GET()));
        return current.getJsonArray("turns");
    }
}
