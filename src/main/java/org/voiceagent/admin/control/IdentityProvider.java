package org.voiceagent.admin.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.admin.entity.Identity;
import org.voiceagent.admin.entity.ProviderAnswer;
import org.voiceagent.admin.entity.SignInAttempt;
import org.voiceagent.cluster.Legible;

/**
 * The OpenID Connect provider: where a browser is sent to, and who it says has come back (OpenID Connect Core 1.0, 3.1). Of the
 * tokens it gives only the ID token is looked at, and none is kept.
 */
final class IdentityProvider {

    private static final Logger LOG = Logger.getLogger(IdentityProvider.class.getName());

    /** What only a wrong configuration brings about (RFC 6749, 5.2). */
    private static final Set<String> OF_THE_CLIENT =
            Set.of(OAuth2Error.INVALID_CLIENT.getCode(), OAuth2Error.UNAUTHORIZED_CLIENT.getCode());

    private static final String CLIENT_REFUSED =
            "admin sign-in: the identity provider refuses this client (status {0}, {1}): look at voice.admin.oidc.client-id and "
                    + "voice.admin.oidc.client-secret";
    private static final String CODE_REFUSED =
            "admin sign-in: the identity provider has no tokens for a code (status {0}, {1}); it may be none of its own";

    private final OidcSettings settings;
    private final ProviderLine line;
    private final Discovery discovery;

    IdentityProvider(OidcSettings settings, ProviderLine line, Discovery discovery) {
        this.settings = settings;
        this.line = line;
        this.discovery = discovery;
    }

    /** @throws ProviderUnavailable 503 */
    URI authorization(SignInAttempt attempt, String state) {
        List<String> scopes = settings.client().scopes();
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(scopes.toArray(String[]::new)), client(), attempt.back())
                .endpointURI(discovery.known().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * @throws SignInRefused 403, when the code or the ID token is not to be trusted
     * @throws ProviderUnavailable 503
     */
    Identity redeem(ProviderAnswer answer, SignInAttempt begun) {
        Discovery.Known known = discovery.known();
        boolean tellsIssuer = known.metadata().supportsAuthorizationResponseIssuerParam();
        if (!answer.issuer().map(settings.client().issuer()::equals).orElse(!tellsIssuer)) {
            throw SignInRefused.untrusted("the answer is of another issuer");
        }
        String code =
                answer.code().filter(text -> !text.isBlank()).orElseThrow(() -> SignInRefused.untrusted("no code"));
        JWT token = idToken(known.metadata(), code, begun);
        try {
            JWTClaimsSet claims =
                    known.validator().validate(token, new Nonce(begun.nonce())).toJWTClaimsSet();
            requireMadeForUs(claims);
            return identity(claims.getClaims());
        } catch (BadJOSEException | ParseException wrong) {
            throw SignInRefused.untrusted("ID token: " + wrong.getMessage());
        } catch (JOSEException noKeys) {
            LOG.log(Level.WARNING, "admin sign-in: no keys of the identity provider: {0}", noKeys.getMessage());
            throw ProviderUnavailable.silent(noKeys);
        }
    }

    /** The library no longer looks at who asked for the token: another site's may name this one as well. */
    private void requireMadeForUs(JWTClaimsSet claims) {
        String asked = String.valueOf(claims.getClaims().getOrDefault("azp", ""));
        boolean several = claims.getAudience().size() > 1;
        if (!asked.equals(settings.client().id()) && (several || !asked.isEmpty())) {
            throw SignInRefused.untrusted("ID token: made for " + asked);
        }
    }

    private JWT idToken(OIDCProviderMetadata metadata, String code, SignInAttempt begun) {
        try {
            HTTPResponse answer =
                    tokenRequest(metadata, code, begun).toHTTPRequest().send(line);
            if (ProviderLine.failed(answer.getStatusCode())) {
                throw ProviderUnavailable.silent();
            }
            TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
            if (!(tokens instanceof OIDCTokenResponse right)) {
                throw refusal(tokens.toErrorResponse().getErrorObject());
            }
            return Optional.ofNullable(right.getOIDCTokens().getIDToken())
                    .orElseThrow(() -> new ParseException("there is no ID token"));
        } catch (IOException told) {
            throw ProviderUnavailable.silent(told);
        } catch (ParseException unusable) {
            LOG.log(Level.WARNING, "admin sign-in: no tokens of the identity provider: {0}", unusable.getMessage());
            throw ProviderUnavailable.unusable(unusable);
        }
    }

    private TokenRequest tokenRequest(OIDCProviderMetadata metadata, String code, SignInAttempt begun) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), begun.back(), new CodeVerifier(begun.verifier()));
        URI endpoint = metadata.getTokenEndpointURI();
        return authentication(metadata)
                .map(secret -> new TokenRequest(endpoint, secret, grant))
                .orElseGet(() -> new TokenRequest(endpoint, client(), grant));
    }

    private static RuntimeException refusal(ErrorObject error) {
        String code = Optional.ofNullable(error.getCode()).orElse("");
        if (OAuth2Error.INVALID_GRANT.getCode().equals(code)) {
            return SignInRefused.untrusted("the provider does not take the code");
        }
        LOG.log(Level.WARNING, OF_THE_CLIENT.contains(code) ? CLIENT_REFUSED : CODE_REFUSED, new Object[] {
            error.getHTTPStatusCode(), code
        });
        return ProviderUnavailable.unusable(null);
    }

    /** By a header, as all must take it; in the body only where the provider says that it wants nothing else. */
    private Optional<ClientAuthentication> authentication(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> taken =
                Optional.ofNullable(metadata.getTokenEndpointAuthMethods()).orElse(List.of());
        boolean inBody = taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return settings.client()
                .secret()
                .map(Secret::new)
                .map(secret ->
                        inBody ? new ClientSecretPost(client(), secret) : new ClientSecretBasic(client(), secret));
    }

    private Identity identity(Map<String, Object> claims) {
        String subject = String.valueOf(claims.get("sub"));
        Object name = claims.get(settings.nameClaim());
        return new Identity(
                subject,
                name instanceof String text && !Legible.line(text).isEmpty() ? text : subject,
                settings.roles().roleIn(claims));
    }

    /**
     * Where somebody ends their sign-in at the provider (OpenID Connect RP-Initiated Logout 1.0); empty where it has no such place.
     *
     * @throws ProviderUnavailable 503
     */
    Optional<URI> ending(URI back) {
        return Optional.ofNullable(discovery.known().metadata().getEndSessionEndpointURI())
                .map(end -> new LogoutRequest(end, null, null, client(), back, null, null).toURI());
    }

    private ClientID client() {
        return new ClientID(settings.client().id());
    }
}
