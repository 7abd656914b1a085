package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets into the admin pages, and who does not. */
class AdminSignInIT {

    private static final Server SERVER = Servers.upstream();
    private static final Calls CALLS = Calls.to(SERVER);
    /** Of this machine, and not that of the other tests, who must not be shut out. */
    private static final String GUESSER = "127.0.0.77";

    @ParameterizedTest
    @CsvSource({"admin, correct horse battery staple", "viewer, 'only looking, thank you'"})
    void lets_in_who_knows_the_password(String user, String password) {
        HttpResponse<String> answer = Admins.signIn(SERVER, user, password);
        assertEquals(204, answer.statusCode(), answer.body());
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        for (String attribute : List.of("Secure", "HttpOnly", "SameSite=Strict", "Path=/admin")) {
            assertTrue(cookie.contains("; " + attribute), cookie);
        }
        String who = CALLS.send(Admins.request(SERVER, cookie.replaceAll(";.*", ""), "sign-in")
                        .GET())
                .body();
        assertTrue(who.contains("\"role\":\"" + user + "\""), who);
    }

    @Test
    void tells_nobody_that_nobody_is_signed_in_and_the_ways_in() {
        HttpResponse<String> answer =
                CALLS.send(CALLS.request("/admin/api/sign-in").GET());
        assertEquals(200, answer.statusCode());
        assertEquals("{\"password\":true,\"provider\":\"Shop ID\"}", answer.body());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({"GET, none", "POST, none", "DELETE, none", "GET, sign-in/other", "GET, ''"})
    void denies_every_path_by_default(String method, String path) {
        HttpResponse<String> answer = CALLS.send(CALLS.request("/admin/api/" + path)
                .header("Origin", SERVER.url().toString())
                .method(method, BodyPublishers.noBody()));
        assertEquals(401, answer.statusCode(), method + " " + path);
    }

    @Test
    void a_viewer_may_not_act() {
        String cookie = Admins.cookie(SERVER, "viewer", Admins.VIEWERS_PASSWORD);
        HttpResponse<String> answer = CALLS.send(Admins.request(SERVER, cookie, "none")
                .header("X-CSRF-Token", Admins.csrf(SERVER, cookie))
                .POST(BodyPublishers.noBody()));
        Problems.assertProblem(answer, 403, "not-allowed");
        assertEquals(
                404, CALLS.send(Admins.request(SERVER, cookie, "none").GET()).statusCode());
    }

    @Test
    void a_change_carries_the_word_of_our_own_pages() {
        String cookie = Admins.cookie(SERVER, "admin", Admins.PASSWORD);
        var without = Admins.request(SERVER, cookie, "none").POST(BodyPublishers.noBody());
        assertEquals(403, CALLS.send(without).statusCode());
        var wrong = Admins.request(SERVER, cookie, "none").header("X-CSRF-Token", "x");
        assertEquals(403, CALLS.send(wrong.POST(BodyPublishers.noBody())).statusCode());
        var right = Admins.request(SERVER, cookie, "none").header("X-CSRF-Token", Admins.csrf(SERVER, cookie));
        assertEquals(404, CALLS.send(right.POST(BodyPublishers.noBody())).statusCode());
    }

    @Test
    void pages_of_other_origins_get_nothing_allowed_ones_included() {
        for (String origin : List.of("https://good.example", "https://evil.example", "null")) {
            HttpResponse<String> answer = CALLS.send(CALLS.request("/admin/api/sign-in")
                    .header("Origin", origin)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
            assertEquals(403, answer.statusCode(), origin);
            assertTrue(
                    answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        }
    }

    @Test
    void whoever_has_signed_out_is_nobody_again() {
        String cookie = Admins.cookie(SERVER, "admin", Admins.PASSWORD);
        var out = Admins.request(SERVER, cookie, "sign-in").header("X-CSRF-Token", Admins.csrf(SERVER, cookie));
        assertEquals(204, CALLS.send(out.DELETE()).statusCode());
        assertEquals(
                401, CALLS.send(Admins.request(SERVER, cookie, "none").GET()).statusCode());
        assertFalse(CALLS.send(Admins.request(SERVER, cookie, "sign-in").GET())
                .body()
                .contains("caller"));
    }

    @Test
    void the_admin_api_is_not_among_the_visitors_calls() {
        assertEquals(404, CALLS.send(CALLS.api("/sign-in").GET()).statusCode());
    }

    @Test
    void five_wrong_passwords_shut_an_address_out_and_no_other() throws IOException {
        List<Integer> answers = new ArrayList<>();
        for (int tried = 0; tried < 7; tried++) {
            answers.add(statusOf("wrong"));
        }
        assertEquals(List.of(401, 401, 401, 401, 401, 429, 429), answers);
        assertEquals(429, statusOf(Admins.PASSWORD));
        assertEquals(204, Admins.signIn(SERVER, "admin", Admins.PASSWORD).statusCode());
        assertFalse(SERVER.log().contains(Admins.PASSWORD));
    }

    private static int statusOf(String password) throws IOException {
        String body = "{\"user\":\"admin\",\"password\":\"" + password + "\"}";
        return RawCall.from(GUESSER, "x")
                .send(
                        SERVER,
                        "POST /admin/api/sign-in",
                        "Origin: " + SERVER.url() + "\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                .status();
    }
}
