package org.voiceagent.conversation.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Tokens as the server of a site makes them. */
public final class SignedTokens {

    private SignedTokens() {}

    /** By HS256. */
    public static String shared(String secret, String visitor, Instant expires) {
        try {
            return signed(
                    JWSAlgorithm.HS256,
                    new MACSigner(secret),
                    claims(visitor, expires).build());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JWTClaimsSet.Builder claims(String visitor, Instant expires) {
        return new JWTClaimsSet.Builder().subject(visitor).expirationTime(Date.from(expires));
    }

    static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        return signed(new JWSHeader(algorithm), signer, claims);
    }

    static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
