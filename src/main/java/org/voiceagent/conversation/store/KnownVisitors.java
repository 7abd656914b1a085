package org.voiceagent.conversation.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.VisitorRef;

/** What visitors whom the site has told us of have chosen, beyond their sessions. */
public final class KnownVisitors {

    /** So long stands the word that there is nothing, against an older one of the other side of a split. */
    private static final Duration EMPTY = Duration.ofHours(1);

    private final SharedMap<StoredPreferences> map;
    private final Duration ttl;
    private final InstantSource clock;

    /** @param ttl since the visitor was here for the last time */
    KnownVisitors(SharedMap<StoredPreferences> map, Duration ttl, InstantSource clock) {
        this.map = map;
        this.ttl = ttl;
        this.clock = clock;
    }

    /** Empty where the visitor has chosen nothing. Looking does not renew it. */
    public Optional<Preferences> find(VisitorRef visitor) {
        return map.get(visitor.value())
                .map(StoredPreferences::preferences)
                .filter(chosen -> !chosen.equals(Preferences.NONE));
    }

    /** In the place of what was chosen before. */
    public void keep(VisitorRef visitor, Preferences chosen) {
        map.set(visitor.value(), new StoredPreferences(chosen, clock.millis()), ttl);
    }

    /** The visitor is here again: what is kept lives anew. */
    public void renew(VisitorRef visitor) {
        map.renew(visitor.value(), ttl);
    }

    /** @return whether there was something */
    public boolean forget(VisitorRef visitor) {
        boolean known = find(visitor).isPresent();
        map.set(visitor.value(), new StoredPreferences(Preferences.NONE, clock.millis()), EMPTY);
        return known;
    }
}
