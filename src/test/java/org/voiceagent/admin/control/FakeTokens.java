package org.voiceagent.admin.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** ID tokens, right ones and such as only a forger makes. */
public final class FakeTokens {

    private static final int BITS = 2048;
    private static final int LEAST_SECRET = 32;

    private volatile RSAKey key = made(UUID.randomUUID().toString());

    private static RSAKey made(String id) {
        try {
            return new RSAKeyGenerator(BITS).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String published() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** From now on with another key. */
    public void rotate() {
        key = made(UUID.randomUUID().toString());
    }

    public String signed(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.RS256, key.getKeyID(), rsa(key));
    }

    /** With an algorithm that is not among the allowed ones, though the key is right. */
    public String signedOtherwise(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.RS512, key.getKeyID(), rsa(key));
    }

    /** With another key of the same name. */
    public String signedByOther(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.RS256, key.getKeyID(), rsa(made(key.getKeyID())));
    }

    /** With another key of another name. */
    public String signedByStranger(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.RS256, "stranger", rsa(made("stranger")));
    }

    /** With a secret that both sides know. */
    public String signedBySecret(JWTClaimsSet claims) {
        try {
            byte[] secret = FakeProvider.SECRET.repeat(LEAST_SECRET).getBytes(StandardCharsets.UTF_8);
            return signed(claims, JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With {@code alg} {@code none}. */
    public String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static JWSSigner rsa(RSAKey by) {
        try {
            return new RSASSASigner(by);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer) {
        try {
            SignedJWT token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
