package org.voiceagent.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class OidcSettingsTest {

    private static final String PREFIX = "voice.admin.oidc.";
    private static final Map<String, String> RIGHT = Map.of(
            PREFIX + "issuer", "https://login.example/realms/shop/",
            PREFIX + "client-id", "voice-agent",
            PREFIX + "client-secret", "very-secret",
            PREFIX + "admin-values", "va-admins");

    @Test
    void no_issuer_is_no_provider() {
        assertEquals(Optional.empty(), OidcSettings.from(Catalogue.with(Map.of())));
    }

    @Test
    void reads_the_issuer_to_the_letter_and_shows_no_secret() {
        OidcSettings settings = OidcSettings.from(Catalogue.with(RIGHT)).orElseThrow();
        assertEquals("https://login.example/realms/shop/", settings.client().issuer());
        assertEquals(Optional.of("very-secret"), settings.client().secret());
        assertEquals(List.of("openid", "profile"), settings.client().scopes());
        assertEquals(new RoleClaim("groups", Set.of("va-admins"), Set.of()), settings.roles());
        assertFalse(settings.toString().contains("very-secret"), settings.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, '', issuer",
        "issuer, login-secret, issuer",
        "issuer, https://login.example/?secret=1, issuer",
        "client-id, '', client-id",
        "admin-values, '', admin-values",
        "scopes, profile, scopes",
        "role-claim, '', role-claim",
        "name-claim, '', name-claim",
        "label, '', label",
        "algorithms, '', algorithms",
        "algorithms, none, algorithms",
        "algorithms, 'RS256,HS256', algorithms"
    })
    void a_missing_or_wrong_key_is_named(String key, String value, String named) {
        Map<String, String> changed = new HashMap<>(RIGHT);
        changed.put(PREFIX + key, value);
        ConfigurationError error =
                assertThrows(ConfigurationError.class, () -> OidcSettings.from(Catalogue.with(changed)));
        assertTrue(error.getMessage().contains(PREFIX + named), error.getMessage());
        assertFalse(error.getMessage().contains("secret "), error.getMessage());
    }

    @Test
    void production_wants_https() {
        Map<String, String> changed = new HashMap<>(RIGHT);
        changed.put(PREFIX + "issuer", "http://login.example");
        assertTrue(OidcSettings.from(Catalogue.with(changed)).isPresent());
        changed.put("mp.config.profile", "production");
        assertThrows(ConfigurationError.class, () -> OidcSettings.from(Catalogue.with(changed)));
    }
}
