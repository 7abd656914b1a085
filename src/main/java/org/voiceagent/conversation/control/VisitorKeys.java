package org.voiceagent.conversation.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** Which signatures of a site count: those with its shared secret, or those for its public keys. */
final class VisitorKeys {

    static final String SECRET = "voice.visitors.secret";
    static final String FILE = "voice.visitors.key-file";

    /** As RFC 7518 demands of HS256 (3.2), and of RS256 (3.3). */
    private static final int SECRET_BYTES = 32;

    private static final int RSA_BITS = 2048;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final String RULE =
            "must be a file with a public key in PEM or a JWK set: RSA of 2048 bits at least, or EC of the curve P-256";

    private VisitorKeys() {}

    /** Empty where tokens are not configured. */
    static Optional<JWSKeySelector<SecurityContext>> of(Settings settings) {
        Optional<String> file = settings.optionalText(FILE);
        boolean shared = settings.optionalText(SECRET).isPresent();
        if (shared && file.isPresent()) {
            throw new ConfigurationError(FILE, "and " + SECRET + " are two ways to sign: choose one");
        }
        if (shared) {
            return Optional.of(new SingleKeyJWSKeySelector<>(
                    JWSAlgorithm.HS256, new SecretKeySpec(secret(settings, SECRET), "HmacSHA256")));
        }
        return file.map(VisitorKeys::read);
    }

    static byte[] secret(Settings settings, String key) {
        byte[] secret = settings.text(key).getBytes(StandardCharsets.UTF_8);
        if (secret.length < SECRET_BYTES) {
            throw new ConfigurationError(key, "must have 256 bits at least: 32 random characters or more");
        }
        return secret;
    }

    private static JWSKeySelector<SecurityContext> read(String file) {
        try {
            String text = Files.readString(Path.of(file)).strip();
            return text.startsWith("{") ? set(text) : single(text);
        } catch (IOException | GeneralSecurityException | ParseException | IllegalArgumentException wrong) {
            throw new ConfigurationError(FILE, RULE);
        }
    }

    private static JWSKeySelector<SecurityContext> set(String json) throws ParseException {
        List<JWK> keys = JWKSet.parse(json).getKeys();
        if (keys.isEmpty() || !keys.stream().allMatch(VisitorKeys::counts)) {
            throw new ConfigurationError(FILE, RULE);
        }
        return new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), new ImmutableJWKSet<>(new JWKSet(keys)));
    }

    /** A private key has no business here, and a secret in a file of public keys is a mistake. */
    private static boolean counts(JWK key) {
        try {
            return key instanceof AsymmetricJWK pair
                    && !key.isPrivate()
                    && algorithm(pair.toPublicKey()).isPresent();
        } catch (JOSEException wrong) {
            return false;
        }
    }

    private static JWSKeySelector<SecurityContext> single(String pem) throws GeneralSecurityException {
        Matcher found = PEM.matcher(pem);
        if (!found.find()) {
            throw new ConfigurationError(FILE, RULE);
        }
        PublicKey key = publicKey(Base64.getMimeDecoder().decode(found.group(1)));
        JWSAlgorithm algorithm = algorithm(key).orElseThrow(() -> new ConfigurationError(FILE, RULE));
        return new SingleKeyJWSKeySelector<>(algorithm, key);
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(encoded);
        try {
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (InvalidKeySpecException another) {
            return KeyFactory.getInstance("EC").generatePublic(spec);
        }
    }

    /** Empty for a key that is too weak, or of another kind. */
    private static Optional<JWSAlgorithm> algorithm(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= RSA_BITS) {
            return Optional.of(JWSAlgorithm.RS256);
        }
        return key instanceof ECPublicKey point && Curve.P_256.equals(Curve.forECParameterSpec(point.getParams()))
                ? Optional.of(JWSAlgorithm.ES256)
                : Optional.empty();
    }
}
