package org.voiceagent.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.admin.entity.Role;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * The built-in accounts, one of each role, with hashes of their passwords from the configuration. Without any, and without
 * an identity provider, the admin pages are closed; on the demo, where there is nothing to protect but a lesson, a password is made
 * for this start and told in the log.
 */
@ApplicationScoped
public class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class.getName());
    private static final Map<Role, String> KEYS =
            Map.of(Role.ADMIN, "voice.admin.password-hash", Role.VIEWER, "voice.admin.viewer-password-hash");
    private static final int PASSWORD_BYTES = 9;

    @Inject
    private Config config;

    @Inject
    private Pbkdf2PasswordHash hashing;

    private final Map<Role, String> hashes = new EnumMap<>(Role.class);
    private String unknown;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Settings settings = new Settings(config);
        hashing.initialize(Map.of("Pbkdf2PasswordHash.Iterations", settings.text("voice.admin.hash-iterations")));
        KEYS.forEach((role, key) -> settings.optionalText(key).ifPresent(hash -> hashes.put(role, checked(key, hash))));
        unknown = hashing.generate(new char[0]);
        boolean nobody = hashes.isEmpty() && OidcSettings.from(settings).isEmpty();
        if (nobody && settings.flag("voice.demo.enabled") && !settings.production()) {
            String password = password();
            hashes.put(Role.ADMIN, hashing.generate(password.toCharArray()));
            LOG.log(Level.INFO, "admin pages: /admin/, user admin, password {0} (until this server stops)", password);
        }
    }

    /** Whether there is anybody who could sign in with a password. */
    public boolean open() {
        return !hashes.isEmpty();
    }

    boolean knows(String user) {
        return hashes.keySet().stream().anyMatch(role -> role.word().equals(user));
    }

    /** Takes as long for a user there is not. */
    Optional<Role> roleOf(String user, String password) {
        Optional<Role> role = hashes.keySet().stream()
                .filter(known -> known.word().equals(user))
                .findFirst();
        boolean right =
                hashing.verify(password.toCharArray(), role.map(hashes::get).orElse(unknown));
        return role.filter(known -> right);
    }

    private String checked(String key, String hash) {
        try {
            hashing.verify(new char[0], hash);
            return hash;
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationError(key, "is not a hash that bin/hash-password makes");
        }
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
