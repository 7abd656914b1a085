package org.voiceagent.admin.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.voiceagent.admin.entity.Role;
import org.voiceagent.admin.entity.SignedIn;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.cluster.SharedMap;

/** Who is signed in, in all of the cluster, so that any member serves them. */
public final class SignIns {

    /** However busy, OWASP's upper bound for a working day. */
    static final Duration LONGEST = Duration.ofHours(8);

    private static final Duration IDLE = Duration.ofMinutes(30);
    /** A sign-in is written again only so often. */
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    private static final int TOKEN_BYTES = 32;

    private final SharedMap<StoredSignIn> map;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SignIns(SharedMap<StoredSignIn> map, InstantSource clock) {
        this.map = map;
        this.clock = clock;
    }

    /** @return the token that the browser keeps; the cluster keeps only a hash of it */
    public String open(String user, Role role) {
        String token = secret();
        long now = clock.millis();
        map.set(key(token), new StoredSignIn(user, role.word(), secret(), now + LONGEST.toMillis(), now), IDLE);
        return token;
    }

    /** Whoever calls with the token. The call is noticed: half an hour without one ends the sign-in. */
    public Optional<SignedIn> find(String token) {
        long now = clock.millis();
        return map.get(key(token))
                .filter(found -> found.until() > now)
                .filter(found -> now - found.touched() < TOUCHED_EVERY.toMillis() || touched(token, found, now))
                .map(StoredSignIn::signedIn);
    }

    public void end(String token) {
        map.delete(key(token));
    }

    private boolean touched(String token, StoredSignIn found, long now) {
        return map.execute(key(token), new TouchSignIn(now, Math.min(IDLE.toMillis(), found.until() - now)));
    }

    private static String key(String token) {
        return EntryName.of(List.of(token));
    }

    private String secret() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
