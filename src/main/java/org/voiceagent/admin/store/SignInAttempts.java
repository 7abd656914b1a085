package org.voiceagent.admin.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.voiceagent.admin.entity.SignInAttempt;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.cluster.SharedMap;

/** Sign-ins begun at an identity provider, in all of the cluster: the way back may lead to any member, once. */
public final class SignInAttempts {

    /** Time for a password, a second factor, and a look at the telephone. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final SharedMap<StoredAttempt> map;

    SignInAttempts(SharedMap<StoredAttempt> map) {
        this.map = map;
    }

    /**
     * @param state goes to the provider and comes back
     * @param browser stays in the cookie of the browser that began
     */
    public void open(String state, String browser, SignInAttempt attempt) {
        map.set(key(state, browser), StoredAttempt.of(attempt), LIFE);
    }

    /** Only the one browser has both parts of the key, so whoever gets hold of a state cannot even use it up. */
    public Optional<SignInAttempt> take(String state, String browser) {
        return map.take(key(state, browser)).map(StoredAttempt::attempt);
    }

    private static String key(String state, String browser) {
        return EntryName.of(List.of(state, browser));
    }
}
