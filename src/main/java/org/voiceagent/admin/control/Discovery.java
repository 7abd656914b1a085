package org.voiceagent.admin.control;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the provider's discovery document says, and the keys it leads to. Asked for when somebody signs in, and known for an hour;
 * an old one serves on while there is no new one to be had.
 */
final class Discovery {

    private static final Logger LOG = Logger.getLogger(Discovery.class.getName());
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    /** So that those who try again do not all wait for what is silent. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final ProviderLine line;
    private final InstantSource clock;
    private Optional<Known> known = Optional.empty();
    private Instant nextTry = Instant.MIN;

    Discovery(OidcSettings settings, ProviderLine line, InstantSource clock) {
        this.settings = settings;
        this.line = line;
        this.clock = clock;
    }

    /** @param validator of ID tokens, by keys that it fetches and keeps, and fetches anew when one is signed with another */
    record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    /** @throws ProviderUnavailable 503 */
    synchronized Known known() {
        Instant now = clock.instant();
        if (!now.isBefore(nextTry)) {
            try {
                known = Optional.of(asked());
                nextTry = now.plus(KNOWN_FOR);
            } catch (IOException told) {
                LOG.log(Level.FINE, "the line has told it", told);
                nextTry = clock.instant().plus(LEFT_ALONE);
            } catch (ParseException unusable) {
                LOG.log(Level.WARNING, "admin sign-in: no discovery document to be used: {0}", unusable.getMessage());
                nextTry = clock.instant().plus(LEFT_ALONE);
            }
        }
        return known.orElseThrow(() -> ProviderUnavailable.silent());
    }

    private Known asked() throws IOException, ParseException {
        Issuer issuer = new Issuer(settings.client().issuer());
        ReadOnlyHTTPResponse answer = line.send(new OIDCProviderConfigurationRequest(issuer).toHTTPRequest());
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            throw new ParseException("status " + answer.getStatusCode());
        }
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBody());
        if (!issuer.equals(metadata.getIssuer())) {
            throw new ParseException("it is of another issuer than that of voice.admin.oidc.issuer");
        }
        requireEndpoints(metadata);
        return new Known(metadata, validator(issuer, metadata));
    }

    private void requireEndpoints(OIDCProviderMetadata metadata) throws ParseException {
        List<String> schemes =
                settings.client().issuer().startsWith("https:") ? List.of("https") : List.of("https", "http");
        for (URI endpoint : new URI[] {
            metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()
        }) {
            if (endpoint == null || !schemes.contains(String.valueOf(endpoint.getScheme()))) {
                throw new ParseException("it lacks an endpoint, or has one that is not " + schemes.get(0));
            }
        }
    }

    private IDTokenValidator validator(Issuer issuer, OIDCProviderMetadata metadata) throws MalformedURLException {
        // without its threads, which would outlive the application
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(), line)
                .refreshAheadCache(false)
                .build();
        ClientID client = new ClientID(settings.client().id());
        return new IDTokenValidator(
                issuer, client, new JWSVerificationKeySelector<>(settings.algorithms(), keys), null);
    }
}
