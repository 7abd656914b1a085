package org.voiceagent.conversation.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.VisitorRef;

/**
 * Knows visitors by the tokens of their site: a JSON Web Token (RFC 7519) in compact form, which the site's own server has signed.
 * Only keys and algorithms of the configuration count, whatever a token's header says.
 */
public final class VisitorTokens {

    /** How much the site's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final String UNSIGNED = "must be a token signed by the site's server.";

    private final Optional<DefaultJWTProcessor<SecurityContext>> signatures;
    private final VisitorHash hash;
    private final Duration longest;
    private final Optional<String> audience;
    private final InstantSource clock;

    public VisitorTokens(Settings settings, InstantSource clock) {
        this.signatures = VisitorKeys.of(settings).map(VisitorTokens::processor);
        this.hash = VisitorHash.of(settings);
        this.longest = settings.duration("voice.visitors.token-lifetime");
        this.audience = settings.optionalText("voice.visitors.audience");
        this.clock = clock;
    }

    /** It checks what is signed, and with which key; what the token claims is checked here, where the clock is. */
    private static DefaultJWTProcessor<SecurityContext> processor(JWSKeySelector<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(null);
        return processor;
    }

    /** @throws TokenRefused when it does not say who the visitor is, now and to us */
    public VisitorRef visitor(String token) {
        JWTClaimsSet claims = signed(token);
        requireTime(claims);
        if (audience.isPresent() && !claims.getAudience().contains(audience.get())) {
            throw new TokenRefused("must be for this agent (aud).");
        }
        return Optional.ofNullable(claims.getSubject())
                .filter(id -> !id.isBlank())
                .map(hash::reference)
                .orElseThrow(() -> new TokenRefused("must say who the visitor is (sub)."));
    }

    private JWTClaimsSet signed(String token) {
        DefaultJWTProcessor<SecurityContext> processor =
                signatures.orElseThrow(() -> new TokenRefused("cannot be checked: this agent has no key of the site."));
        try {
            return processor.process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            throw new TokenRefused(UNSIGNED);
        }
    }

    private void requireTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant end =
                time(claims.getExpirationTime()).orElseThrow(() -> new TokenRefused("must say when it expires (exp)."));
        if (!end.isAfter(now)) {
            throw new TokenRefused("must not have expired (exp).");
        }
        if (end.isAfter(now.plus(longest).plus(AHEAD))) {
            throw new TokenRefused("must expire within " + longest + " (exp).");
        }
        if (time(claims.getNotBeforeTime())
                .filter(begin -> begin.isAfter(now.plus(AHEAD)))
                .isPresent()) {
            throw new TokenRefused("must be valid by now (nbf).");
        }
    }

    private static Optional<Instant> time(Date claimed) {
        return Optional.ofNullable(claimed).map(Date::toInstant);
    }
}
