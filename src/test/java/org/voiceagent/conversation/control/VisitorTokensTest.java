package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class VisitorTokensTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(10));
    private static final String SECRET = "a secret of two servers, 32 bytes";
    private static final String OTHER = "another secret of two, 32 bytes..";
    private static final String UNSIGNED = "must be a token signed by the site's server.";

    private static RSAKey rsa;
    private static ECKey curve;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("one").generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
    }

    @Test
    void knows_a_visitor_by_a_shared_secret_and_keeps_no_id() {
        String token = SignedTokens.shared(SECRET, "customer-4711", SOON);
        String reference = shared().visitor(token).value();
        assertTrue(reference.matches("[0-9a-f]{32}"), reference);
        assertEquals(reference, shared().visitor(token).value());
        assertNotEquals(
                reference,
                shared().visitor(SignedTokens.shared(SECRET, "customer-4712", SOON))
                        .value());
        String otherwise = tokens(Map.of("voice.visitors.secret", SECRET, "voice.visitors.reference-secret", OTHER))
                .visitor(token)
                .value();
        assertNotEquals(reference, otherwise, "who has not the secret cannot make the reference of an id");
    }

    @Test
    void knows_a_visitor_by_public_keys_in_either_form() throws Exception {
        String byRsa = SignedTokens.signed(JWSAlgorithm.RS256, new RSASSASigner(rsa), claims().build());
        String byCurve = SignedTokens.signed(JWSAlgorithm.ES256, new ECDSASigner(curve), claims().build());
        assertEquals(
                pem(rsa.toPublicKey()).visitor(byRsa), pem(curve.toPublicKey()).visitor(byCurve));
        VisitorTokens both = keys(rsa.toPublicJWK(), curve.toPublicJWK());
        assertEquals(both.visitor(byRsa), both.visitor(byCurve));
        assertEquals(UNSIGNED, refusal(pem(rsa.toPublicKey()), byCurve));
        assertEquals(UNSIGNED, refusal(keys(curve.toPublicJWK()), byRsa));
    }

    @Test
    void goes_by_the_key_that_a_token_names() throws JOSEException, IOException {
        VisitorTokens known = keys(rsa.toPublicJWK(), curve.toPublicJWK());
        RSASSASigner signer = new RSASSASigner(rsa);
        assertFalse(known.visitor(SignedTokens.signed(header("one"), signer, claims().build()))
                .value()
                .isEmpty());
        String unknown = SignedTokens.signed(header("three"), signer, claims().build());
        assertEquals(UNSIGNED, refusal(known, unknown));
    }

    @Test
    void takes_no_other_signature() throws Exception {
        String none = new PlainJWT(claims().build()).serialize();
        assertEquals(UNSIGNED, refusal(shared(), none));
        assertEquals(UNSIGNED, refusal(shared(), SignedTokens.shared(OTHER, "customer-4711", SOON)));
        String valid = SignedTokens.shared(SECRET, "customer-4711", SOON);
        String[] parts = valid.split("\\.");
        String else0 = SignedTokens.shared(SECRET, "customer-4712", SOON).split("\\.")[1];
        assertEquals(UNSIGNED, refusal(shared(), parts[0] + "." + else0 + "." + parts[2]));
        assertEquals(UNSIGNED, refusal(shared(), parts[0] + "." + parts[1] + "."));
        String longer = SignedTokens.signed(JWSAlgorithm.HS512, new MACSigner(SECRET + SECRET), claims().build());
        assertEquals(UNSIGNED, refusal(tokens(Map.of("voice.visitors.secret", SECRET + SECRET)), longer));
    }

    /** The public key is known to everybody, so it must never be taken for a secret. */
    @Test
    void does_not_take_a_public_key_for_a_secret() throws Exception {
        PublicKey open = rsa.toPublicKey();
        String forged = SignedTokens.signed(JWSAlgorithm.HS256, new MACSigner(open.getEncoded()), claims().build());
        String inPem = SignedTokens.signed(
                JWSAlgorithm.HS256, new MACSigner(inPem(open).getBytes()), claims().build());
        for (String token : List.of(forged, inPem)) {
            assertEquals(UNSIGNED, refusal(pem(open), token));
            assertEquals(UNSIGNED, refusal(keys(rsa.toPublicJWK()), token));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJIUzI1NiJ9..", "not a token"})
    void takes_nothing_that_is_no_token(String text) {
        assertEquals(UNSIGNED, refusal(shared(), text));
    }

    @Test
    void a_token_has_its_time() throws JOSEException {
        String noEnd = SignedTokens.signed(
                JWSAlgorithm.HS256,
                new MACSigner(SECRET),
                new JWTClaimsSet.Builder().subject("x").build());
        assertEquals("must say when it expires (exp).", refusal(shared(), noEnd));
        assertEquals("must not have expired (exp).", refusal(shared(), SignedTokens.shared(SECRET, "x", NOW)));
        Instant late = NOW.plus(Duration.ofMinutes(62));
        assertEquals("must expire within PT1H (exp).", refusal(shared(), SignedTokens.shared(SECRET, "x", late)));
        String later = SignedTokens.signed(
                JWSAlgorithm.HS256,
                new MACSigner(SECRET),
                claims().notBeforeTime(Date.from(SOON)).build());
        assertEquals("must be valid by now (nbf).", refusal(shared(), later));
    }

    @Test
    void a_token_has_its_audience_where_that_is_configured() throws JOSEException {
        VisitorTokens ours =
                tokens(Map.of("voice.visitors.secret", SECRET, "voice.visitors.audience", "voice.example.com"));
        String notOurs = SignedTokens.shared(SECRET, "x", SOON);
        assertEquals("must be for this agent (aud).", refusal(ours, notOurs));
        String forBoth = SignedTokens.signed(
                JWSAlgorithm.HS256,
                new MACSigner(SECRET),
                claims().audience(List.of("shop.example.com", "voice.example.com"))
                        .build());
        assertEquals(ours.visitor(forBoth), shared().visitor(forBoth));
    }

    @Test
    void a_token_says_who_the_visitor_is() {
        assertEquals("must say who the visitor is (sub).", refusal(shared(), SignedTokens.shared(SECRET, null, SOON)));
        assertEquals("must say who the visitor is (sub).", refusal(shared(), SignedTokens.shared(SECRET, " ", SOON)));
    }

    @Test
    void without_a_key_none_is_taken() {
        String token = SignedTokens.shared(SECRET, "x", SOON);
        assertEquals("cannot be checked: this agent has no key of the site.", refusal(tokens(Map.of()), token));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voice.visitors.secret=too short|voice.visitors.secret",
                "voice.visitors.reference-secret=too short|voice.visitors.reference-secret",
                "voice.visitors.key-file=/nowhere/key.pem;voice.visitors.reference-secret=" + OTHER
                        + "|voice.visitors.key-file",
                "voice.visitors.key-file=x;voice.visitors.secret=" + SECRET + "|voice.visitors.key-file",
                "voice.visitors.token-lifetime=an hour|voice.visitors.token-lifetime"
            })
    void a_wrong_key_stops_the_start(String keys, String named) {
        Map<String, String> configured = new HashMap<>();
        for (String key : keys.split(";")) {
            configured.put(key.split("=")[0], key.split("=")[1]);
        }
        ConfigurationError wrong = assertThrows(ConfigurationError.class, () -> tokens(configured));
        assertTrue(wrong.getMessage().startsWith("Configuration key " + named + ":"), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("too short"), "a value may be a secret");
    }

    @Test
    void a_public_key_is_no_secret_to_hash_with() throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), inPem(rsa.toPublicKey()));
        ConfigurationError wrong = assertThrows(
                ConfigurationError.class, () -> tokens(Map.of("voice.visitors.key-file", file.toString())));
        assertTrue(wrong.getMessage().contains("voice.visitors.reference-secret"), wrong.getMessage());
    }

    @Test
    void weak_private_and_secret_keys_do_not_belong_into_the_file() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true).generate();
        assertThrows(ConfigurationError.class, () -> pem(weak.toPublicKey()));
        ECKey otherCurve = new ECKeyGenerator(Curve.P_384).generate();
        assertThrows(ConfigurationError.class, () -> pem(otherCurve.toPublicKey()));
        JWK secret = new OctetSequenceKey.Builder(SECRET.getBytes()).build();
        for (JWK wrong : List.of(weak.toPublicJWK(), otherCurve.toPublicJWK(), rsa, curve, secret)) {
            assertThrows(ConfigurationError.class, () -> keys(rsa.toPublicJWK(), wrong), wrong.toString());
        }
        assertThrows(ConfigurationError.class, () -> inFile("{\"keys\":[]}"));
        assertThrows(
                ConfigurationError.class, () -> inFile("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"));
    }

    private static JWSHeader header(String key) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build();
    }

    private static JWTClaimsSet.Builder claims() {
        return SignedTokens.claims("customer-4711", SOON);
    }

    private static String refusal(VisitorTokens tokens, String token) {
        return assertThrows(TokenRefused.class, () -> tokens.visitor(token)).rule();
    }

    private static VisitorTokens shared() {
        return tokens(Map.of("voice.visitors.secret", SECRET));
    }

    private VisitorTokens pem(PublicKey key) throws IOException {
        return inFile(inPem(key));
    }

    private static String inPem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** All of each key, its secret part as well where it has one. */
    private VisitorTokens keys(JWK... keys) throws IOException {
        return inFile(new JWKSet(List.of(keys)).toString(false));
    }

    private VisitorTokens inFile(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), content);
        return tokens(Map.of("voice.visitors.key-file", file.toString(), "voice.visitors.reference-secret", OTHER));
    }

    private static VisitorTokens tokens(Map<String, String> keys) {
        return new VisitorTokens(Catalogue.with(keys), () -> NOW);
    }
}
