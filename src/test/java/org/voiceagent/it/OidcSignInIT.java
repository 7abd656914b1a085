package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.admin.control.FakeProvider;

/** Who gets into the admin pages by the identity provider, and who does not. Each failing caller has an address of its own. */
class OidcSignInIT {

    private static final Server SERVER = Servers.upstream();
    private static final FakeProvider PROVIDER = Servers.provider();
    private static final Calls CALLS = Calls.to(SERVER);
    private static final String HERE = "127.0.0.1";

    @BeforeEach
    void signInRightly() {
        PROVIDER.user("ada", "va-viewers");
        PROVIDER.answering(PROVIDER.tokens()::signed);
    }

    private static RawCall.Answer signIn(String address) throws IOException {
        ProviderVisit visit = ProviderVisit.begun(SERVER, address, "");
        return visit.back(SERVER, visit.approved());
    }

    /** As it is sent. */
    private static String cookie(RawCall.Answer answer) {
        return answer.all("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("voice-agent-admin="))
                .findFirst()
                .orElse("none")
                .replaceAll(";.*", "");
    }

    private static void assertPage(int status, String words, RawCall.Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.text().contains(words), answer.text());
        assertEquals("text/html;charset=utf-8", answer.first("Content-Type").toLowerCase(java.util.Locale.ROOT));
        assertEquals(List.of("no-referrer"), answer.all("Referrer-Policy"));
        assertEquals("none", cookie(answer));
        assertFalse(answer.text().contains("Exception"), answer.text());
    }

    @ParameterizedTest
    @CsvSource({"va-viewers, viewer, 403", "va-admins, admin, 404"})
    void whoever_has_a_role_may_what_it_allows(String group, String role, int acting) throws IOException {
        PROVIDER.user("ada", group);
        RawCall.Answer answer = signIn(HERE);
        assertEquals(303, answer.status(), answer.text());
        assertEquals(SERVER.url() + "/admin/", answer.first("Location"));
        String set = String.join("\n", answer.all("Set-Cookie"));
        assertTrue(set.contains("; Path=/admin; Secure; HttpOnly; SameSite=Strict"), set);
        String cookie = cookie(answer);
        String who = CALLS.send(Admins.request(SERVER, cookie, "sign-in").GET()).body();
        assertTrue(who.contains("\"role\":\"" + role + "\",\"user\":\"oidc:ada\""), who);
        assertEquals(
                404, CALLS.send(Admins.request(SERVER, cookie, "none").GET()).statusCode());
        var without = Admins.request(SERVER, cookie, "none").POST(BodyPublishers.noBody());
        assertEquals(403, CALLS.send(without).statusCode());
        var right = Admins.request(SERVER, cookie, "none").header("X-CSRF-Token", Admins.csrf(SERVER, cookie));
        assertEquals(acting, CALLS.send(right.POST(BodyPublishers.noBody())).statusCode());
        var elsewhere = Admins.request(SERVER, cookie, "none").header("Origin", "https://good.example");
        assertEquals(403, CALLS.send(elsewhere.GET()).statusCode());
        assertTrue(SERVER.log().contains("user=\"oidc:ada\" address=127.0.0.1"), "it is written down");
    }

    @Test
    void the_browser_that_began_is_known_by_a_cookie_and_the_way_back_never_by_its_host_header() throws IOException {
        RawCall.Answer answer = RawCall.from(HERE, "evil.example").send(SERVER, "GET /admin/api/sign-in/oidc", "\r\n");
        String set = answer.first("Set-Cookie");
        assertTrue(set.endsWith("; Path=/admin/api/sign-in/oidc; Secure; HttpOnly; SameSite=Lax; Max-Age=600"), set);
        assertTrue(answer.first("Location").startsWith(PROVIDER.issuer() + "/authorize?"), answer.text());
        assertFalse(answer.first("Location").contains("evil"), answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/..//evil.example",
                "cost%22onload",
                "Cost",
                "cost/%25zz",
                "cost%0d%0aX:y"
            })
    void no_way_leads_to_other_pages(String page) throws IOException {
        ProviderVisit visit = ProviderVisit.begun(SERVER, HERE, page);
        RawCall.Answer answer = visit.back(SERVER, visit.approved());
        assertEquals(SERVER.url() + "/admin/", answer.first("Location"));
    }

    @Test
    void an_answer_serves_once_and_only_the_browser_that_began() throws IOException {
        ProviderVisit visit = ProviderVisit.begun(SERVER, "127.0.2.1", "cost");
        ProviderVisit others = ProviderVisit.begun(SERVER, "127.0.2.1", "");
        String query = visit.approved();
        assertPage(400, "not open any more", visit.back(SERVER, query, "none=none"));
        assertPage(400, "not open any more", visit.back(SERVER, query, others.cookie()));
        assertPage(400, "not open any more", visit.back(SERVER, query.replace(visit.state(), "other")));
        RawCall.Answer right = visit.back(SERVER, query);
        assertEquals(SERVER.url() + "/admin/#cost", right.first("Location"));
        assertPage(400, "not open any more", visit.back(SERVER, query));
    }

    @Test
    void stray_answers_are_stopped_and_shut_nobody_out() throws IOException {
        ProviderVisit visit = ProviderVisit.begun(SERVER, "127.0.2.2", "");
        for (int stray = 0; stray < 5; stray++) {
            assertEquals(400, visit.back(SERVER, "state=x&code=y").status());
        }
        assertPage(429, "Too many", visit.back(SERVER, "state=x&code=y"));
        assertEquals(303, visit.back(SERVER, visit.approved()).status());
    }

    @Test
    void five_answers_that_cannot_be_trusted_shut_an_address_out() throws IOException {
        List<Function<JWTClaimsSet, String>> forgeries = List.of(
                PROVIDER.tokens()::unsigned,
                PROVIDER.tokens()::signedByOther,
                changed(claims -> claims.claim("nonce", "another")),
                changed(claims -> claims.audience("another-site")),
                changed(claims -> claims.expirationTime(Date.from(Instant.EPOCH))));
        for (Function<JWTClaimsSet, String> forgery : forgeries) {
            PROVIDER.answering(forgery);
            assertPage(403, "cannot be trusted", signIn("127.0.2.3"));
        }
        assertTrue(SERVER.log().contains("address=127.0.2.3 on= outcome=refused detail=\"ID token: "), SERVER.log());
        signInRightly();
        RawCall.Answer shutOut = signIn("127.0.2.3");
        assertPage(429, "Too many", shutOut);
        assertTrue(Integer.parseInt(shutOut.first("Retry-After")) > 0);
        assertEquals(303, signIn("127.0.2.4").status());
    }

    private static Function<JWTClaimsSet, String> changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return claims -> PROVIDER.tokens()
                .signed(change.apply(new JWTClaimsSet.Builder(claims)).build());
    }

    @Test
    void whoever_has_no_role_is_told_so_and_the_audit_knows_who_it_was() throws IOException {
        PROVIDER.user("eve", "va-admin", "everybody");
        assertPage(403, "your account is in none of the groups", signIn("127.0.2.5"));
        assertTrue(SERVER.log().contains("user=\"oidc:eve\" address=127.0.2.5 on= outcome=refused"), SERVER.log());
    }

    @Test
    void what_the_provider_refuses_is_told() throws IOException {
        ProviderVisit visit = ProviderVisit.begun(SERVER, "127.0.2.6", "");
        assertPage(403, "You were not signed in", visit.back(SERVER, "error=access_denied&state=" + visit.state()));
        ProviderVisit invented = ProviderVisit.begun(SERVER, "127.0.2.6", "");
        assertPage(403, "cannot be trusted", invented.back(SERVER, "code=invented&state=" + invented.state()));
    }

    @Test
    void denials_are_rows_a_few_times_only_and_shut_nobody_out() throws IOException {
        for (int denied = 0; denied < 4; denied++) {
            ProviderVisit visit = ProviderVisit.begun(SERVER, "127.0.2.8", "");
            assertPage(403, "You were not signed in", visit.back(SERVER, "error=access_denied&state=" + visit.state()));
        }
        PROVIDER.user("eve", "everybody");
        assertPage(403, "your account is in none of the groups", signIn("127.0.2.8"));
        assertPage(429, "Too many", signIn("127.0.2.8"));
        ProviderVisit more = ProviderVisit.begun(SERVER, "127.0.2.8", "");
        assertPage(429, "Too many", more.back(SERVER, "error=access_denied&state=" + more.state()));
        assertEquals(5, rowsOf("127.0.2.8"));
        signInRightly();
        assertEquals(303, signIn("127.0.2.8").status());
    }

    private static long rowsOf(String address) {
        return SERVER.log()
                .lines()
                .filter(line -> line.contains("admin act=sign-in") && line.contains("address=" + address + " "))
                .count();
    }

    @Test
    void nobody_begins_without_end() throws IOException {
        for (int begun = 0; begun < 50; begun++) {
            ProviderVisit.begun(SERVER, "127.0.2.9", "");
        }
        RawCall.Answer more =
                RawCall.from("127.0.2.9", "evil.example").send(SERVER, "GET /admin/api/sign-in/oidc", "\r\n");
        assertPage(429, "Too many", more);
        assertTrue(Integer.parseInt(more.first("Retry-After")) > 0);
        assertEquals(303, signIn("127.0.2.10").status());
    }

    @Test
    void codes_that_are_answered_with_nothing_are_not_brought_there_without_end() throws IOException {
        PROVIDER.refusing(400, "{\"error\":\"invalid_request\"}");
        try {
            for (int tried = 0; tried < 5; tried++) {
                assertPage(503, "no answer that could be used", signIn("127.0.2.11"));
            }
            assertPage(429, "Too many", signIn("127.0.2.11"));
        } finally {
            PROVIDER.refusingNothing();
        }
        assertEquals(303, signIn("127.0.2.12").status());
    }

    @Test
    void a_silent_provider_stops_nobody_else_and_counts_against_nobody() throws IOException {
        assertEquals(303, signIn("127.0.2.7").status());
        PROVIDER.close();
        try {
            for (int tried = 0; tried < 6; tried++) {
                ProviderVisit visit = ProviderVisit.begun(SERVER, "127.0.2.7", "");
                assertPage(503, "Try again in a minute", visit.back(SERVER, "code=x&state=" + visit.state()));
            }
            assertEquals(200, CALLS.send(CALLS.api("/config").GET()).statusCode());
            assertEquals(204, Admins.signIn(SERVER, "admin", Admins.PASSWORD).statusCode());
            String health = CALLS.get("/health/ready").orElseThrow().body();
            assertTrue(health.contains("\"provider\":\"silent\""), health);
        } finally {
            PROVIDER.start();
        }
        assertEquals(303, signIn("127.0.2.7").status());
        assertTrue(SERVER.log().contains("the identity provider answers again"), SERVER.log());
    }
}
