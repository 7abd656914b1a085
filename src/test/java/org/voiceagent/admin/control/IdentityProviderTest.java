package org.voiceagent.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.admin.entity.Identity;
import org.voiceagent.admin.entity.ProviderAnswer;
import org.voiceagent.admin.entity.Role;
import org.voiceagent.admin.entity.SignInAttempt;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.limits.HandClock;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundSettings;
import org.voiceagent.upstream.LogLines;

/** What the provider says is believed only when it is the provider who says it, of us, now. */
class IdentityProviderTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final URI SITE = URI.create("http://shop.example");
    private static final URI BACK = SITE.resolve("/admin/api/sign-in/oidc/callback");
    private static final Map<String, BiFunction<FakeTokens, JWTClaimsSet, String>> FORGERIES = Map.ofEntries(
            Map.entry("none", FakeTokens::unsigned),
            Map.entry("other key", FakeTokens::signedByOther),
            Map.entry("unknown key", FakeTokens::signedByStranger),
            Map.entry("shared secret", FakeTokens::signedBySecret),
            Map.entry("other algorithm", FakeTokens::signedOtherwise),
            Map.entry("issuer", changed(claims -> claims.issuer("http://evil.example"))),
            Map.entry("audience", changed(claims -> claims.audience("another-site"))),
            Map.entry(
                    "other party",
                    changed(claims -> claims.audience(List.of(FakeProvider.CLIENT, "another-site"))
                            .claim("azp", "another-site"))),
            Map.entry(
                    "several parties",
                    changed(claims -> claims.audience(List.of(FakeProvider.CLIENT, "another-site")))),
            Map.entry("nonce", changed(claims -> claims.claim("nonce", "another"))),
            Map.entry("no nonce", changed(claims -> claims.claim("nonce", null))),
            Map.entry("no subject", changed(claims -> claims.subject(null))),
            Map.entry(
                    "expired",
                    changed(claims ->
                            claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5)))))));

    private final FakeProvider fake = FakeProvider.asleep().register(SITE).start();
    private final HandClock clock = new HandClock("2030-05-06T10:20:00Z");
    private final ProviderLine line = new ProviderLine(new Outbound(OutboundSettings.DIRECT));
    private final LogLines log = LogLines.of(IdentityProvider.class);
    private IdentityProvider provider;

    private static BiFunction<FakeTokens, JWTClaimsSet, String> changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return (tokens, claims) ->
                tokens.signed(change.apply(new JWTClaimsSet.Builder(claims)).build());
    }

    @BeforeEach
    void configure() {
        fake.user("ada", "va-viewers");
        provider = configured(fake.settings());
    }

    private IdentityProvider configured(Map<String, String> keys) {
        OidcSettings settings = OidcSettings.from(Catalogue.with(keys)).orElseThrow();
        return new IdentityProvider(settings, line, new Discovery(settings, line, clock));
    }

    @AfterEach
    void stop() {
        log.stop();
        fake.close();
    }

    private static SignInAttempt attempt() {
        return new SignInAttempt("a-nonce-of-this-attempt", new CodeVerifier().getValue(), BACK, "");
    }

    /** As a browser does at the provider. */
    private ProviderAnswer answerTo(SignInAttempt attempt) throws Exception {
        URI there = provider.authorization(attempt, "a-state");
        assertEquals(
                200,
                BROWSER.send(request(there.toString()), BodyHandlers.ofString()).statusCode());
        String back = BROWSER.send(
                        request(there.toString().replace("/authorize?", "/approve?")), BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertTrue(back.startsWith(BACK + "?state=a-state&code="), back);
        return answer(back.substring(back.indexOf("code=") + "code=".length()), Optional.empty());
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }

    private static ProviderAnswer answer(String code, Optional<String> issuer) {
        return new ProviderAnswer("a-state", Optional.of(code), Optional.empty(), issuer);
    }

    private Identity signIn() throws Exception {
        SignInAttempt attempt = attempt();
        return provider.redeem(answerTo(attempt), attempt);
    }

    @Test
    void tells_who_it_is_and_what_they_may() throws Exception {
        assertEquals(new Identity("subject-of-ada", "ada", Optional.of(Role.VIEWER)), signIn());
        fake.user("bob", "somebody-else");
        assertEquals(Optional.empty(), signIn().role());
        assertEquals(ProviderLine.Reach.ANSWERS, line.reach());
    }

    @Test
    void names_by_the_subject_whom_the_provider_gives_no_name() throws Exception {
        Map<String, String> keys = new HashMap<>(fake.settings());
        keys.put("voice.admin.oidc.name-claim", "nickname");
        provider = configured(keys);
        assertEquals("subject-of-ada", signIn().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "other key",
                "unknown key",
                "shared secret",
                "other algorithm",
                "issuer",
                "audience",
                "other party",
                "nonce",
                "no nonce",
                "no subject",
                "expired"
            })
    void a_forged_token_lets_nobody_in(String forgery) throws Exception {
        signIn();
        fake.answering(claims -> FORGERIES.get(forgery).apply(fake.tokens(), claims));
        SignInRefused refused = assertThrows(SignInRefused.class, this::signIn);
        assertEquals("sign-in-untrusted", refused.type());
        assertTrue(refused.reason().startsWith("ID token: "), refused.reason());
    }

    @Test
    void a_code_serves_once_and_only_who_has_its_verifier() throws Exception {
        SignInAttempt attempt = attempt();
        ProviderAnswer answer = answerTo(attempt);
        provider.redeem(answer, attempt);
        assertThrows(SignInRefused.class, () -> provider.redeem(answer, attempt));
        ProviderAnswer stolen = answerTo(attempt());
        assertThrows(SignInRefused.class, () -> provider.redeem(stolen, attempt()));
    }

    @Test
    void another_issuers_answer_is_not_brought_to_this_one() throws Exception {
        SignInAttempt attempt = attempt();
        String code = answerTo(attempt).code().orElseThrow();
        Optional<String> other = Optional.of("http://evil.example");
        assertThrows(SignInRefused.class, () -> provider.redeem(answer(code, other), attempt));
        assertEquals(
                "ada",
                provider.redeem(answer(code, Optional.of(fake.issuer())), attempt)
                        .name());
    }

    @Test
    void a_new_key_of_the_provider_is_fetched() throws Exception {
        signIn();
        fake.tokens().rotate();
        assertEquals("ada", signIn().name());
    }

    @Test
    void a_wrong_secret_is_no_fault_of_who_signs_in() throws Exception {
        Map<String, String> keys = new HashMap<>(fake.settings());
        keys.put("voice.admin.oidc.client-secret", "wrong");
        provider = configured(keys);
        log.start();
        assertTrue(assertThrows(ProviderUnavailable.class, this::signIn).answered());
        assertTrue(log.text().contains("look at voice.admin.oidc.client-id"), log.text());
    }

    /** A stranger brings these about, as often as they may, with a code that nobody gave them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_request\"}",
                "400 | {}",
                "413 | <h1>Too large</h1>",
                "429 | {\"error\":\"slow_down\"}",
                "200 | <h1>Sign in</h1>",
                "200 | {\"access_token\":\"a-token\",\"token_type\":\"Bearer\"}"
            })
    void an_answer_without_an_identity_is_no_silence_and_not_the_fault_of_the_secret(int status, String text) {
        fake.refusing(status, text);
        log.start();
        assertTrue(assertThrows(ProviderUnavailable.class, this::signIn).answered());
        assertEquals(1, log.count(), log.text());
        assertFalse(log.text().contains("client-secret"), log.text());
    }

    @Test
    void a_provider_that_breaks_or_is_gone_has_answered_nothing() throws Exception {
        fake.refusing(502, "<h1>Bad gateway</h1>");
        log.start();
        assertFalse(assertThrows(ProviderUnavailable.class, this::signIn).answered());
        assertEquals(0, log.count(), log.text());
        assertEquals(ProviderLine.Reach.SILENT, line.reach());
        SignInAttempt attempt = attempt();
        ProviderAnswer answer = answerTo(attempt);
        fake.close();
        assertFalse(assertThrows(ProviderUnavailable.class, () -> provider.redeem(answer, attempt))
                .answered());
        fake.start();
    }

    @Test
    void a_silent_provider_is_left_alone_for_seconds_and_found_when_it_is_back() throws Exception {
        fake.close();
        assertThrows(ProviderUnavailable.class, () -> provider.authorization(attempt(), "a-state"));
        assertEquals(ProviderLine.Reach.SILENT, line.reach());
        fake.start();
        assertThrows(ProviderUnavailable.class, () -> provider.authorization(attempt(), "a-state"));
        clock.move(Duration.ofSeconds(6));
        assertEquals("ada", signIn().name());
    }

    @Test
    void what_is_known_of_it_serves_on_while_it_is_silent() throws Exception {
        signIn();
        fake.close();
        clock.move(Duration.ofHours(2));
        assertTrue(provider.authorization(attempt(), "a-state").toString().startsWith(fake.issuer() + "/authorize?"));
        assertThrows(ProviderUnavailable.class, () -> provider.redeem(answer("a-code", Optional.empty()), attempt()));
        fake.start();
    }

    @Test
    void a_document_of_another_issuer_is_not_used() {
        fake.named("http://evil.example");
        assertThrows(ProviderUnavailable.class, () -> provider.authorization(attempt(), "a-state"));
    }

    @Test
    void leads_to_where_the_sign_in_at_the_provider_ends() throws Exception {
        URI end = provider.ending(SITE.resolve("/admin/")).orElseThrow();
        assertEquals(
                200,
                BROWSER.send(request(end.toString()), BodyHandlers.ofString()).statusCode());
    }
}
