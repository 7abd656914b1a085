package org.voiceagent.admin.control;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * Sign-in by an OpenID Connect provider, as it is configured.
 *
 * @param nameClaim names somebody in the audit
 * @param label of the provider, for people
 * @param algorithms an ID token may be signed with
 */
record OidcSettings(Client client, RoleClaim roles, String nameClaim, String label, Set<JWSAlgorithm> algorithms) {

    private static final String PREFIX = "voice.admin.oidc.";
    private static final String ISSUER = PREFIX + "issuer";
    private static final String CLIENT_ID = PREFIX + "client-id";
    private static final String CLIENT_SECRET = PREFIX + "client-secret";
    private static final String SCOPES = PREFIX + "scopes";
    private static final String ADMINS = PREFIX + "admin-values";
    private static final String VIEWERS = PREFIX + "viewer-values";
    private static final String ALGORITHMS = PREFIX + "algorithms";
    /** What only the provider can sign; a secret shared with it would do as a key for the others. */
    private static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    /**
     * This site, as the provider knows it.
     *
     * @param issuer the provider, to the letter
     * @param secret empty for a public client
     */
    record Client(String issuer, String id, Optional<String> secret, List<String> scopes) {

        @Override
        public String toString() {
            return id + " at " + issuer;
        }
    }

    /** Empty where none is configured. */
    static Optional<OidcSettings> from(Settings settings) {
        if (settings.optionalText(ISSUER).isEmpty()) {
            for (String other : List.of(CLIENT_ID, CLIENT_SECRET, ADMINS, VIEWERS)) {
                if (settings.optionalText(other).isPresent()) {
                    throw new ConfigurationError(ISSUER, "is missing, while " + other + " is set");
                }
            }
            return Optional.empty();
        }
        Client client = new Client(
                issuer(settings), settings.text(CLIENT_ID), settings.optionalText(CLIENT_SECRET), scopes(settings));
        return Optional.of(new OidcSettings(
                client,
                roles(settings),
                settings.text(PREFIX + "name-claim"),
                settings.text(PREFIX + "label"),
                algorithms(settings)));
    }

    /** Not as other URLs: a slash at its end is part of the name. */
    private static String issuer(Settings settings) {
        URI url = settings.url(ISSUER);
        if (settings.production() && !"https".equals(url.getScheme())) {
            throw new ConfigurationError(ISSUER, "must be an https URL in production");
        }
        if (url.getQuery() != null || url.getFragment() != null) {
            throw new ConfigurationError(ISSUER, "must be a URL without ? and #");
        }
        return settings.text(ISSUER);
    }

    private static List<String> scopes(Settings settings) {
        List<String> scopes = settings.list(SCOPES);
        if (!scopes.contains("openid")) {
            throw new ConfigurationError(SCOPES, "must hold openid");
        }
        return scopes;
    }

    private static RoleClaim roles(Settings settings) {
        Set<String> admins = Set.copyOf(settings.list(ADMINS));
        Set<String> viewers = Set.copyOf(settings.list(VIEWERS));
        if (admins.isEmpty() && viewers.isEmpty()) {
            throw new ConfigurationError(ADMINS, "is missing, and so is " + VIEWERS + ": nobody could sign in");
        }
        return new RoleClaim(settings.text(PREFIX + "role-claim"), admins, viewers);
    }

    private static Set<JWSAlgorithm> algorithms(Settings settings) {
        Set<String> names = new LinkedHashSet<>(settings.list(ALGORITHMS));
        if (names.isEmpty() || !ASYMMETRIC.containsAll(names)) {
            throw new ConfigurationError(
                    ALGORITHMS,
                    "must be of "
                            + String.join(", ", ASYMMETRIC.stream().sorted().toList()));
        }
        return names.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
    }
}
