package org.voiceagent.conversation.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Which sessions the database may know and the cluster not: those that it had when this member started, or when another
 * member went. All that came later are in the cluster. So an id that nobody has minted costs no question to the database.
 */
final class SavedSessions {

    private final Duration doubt;

    private Map<String, Long> expiries = new HashMap<>();
    private boolean read;
    private long unreadSinceNanos = System.nanoTime();

    /** @param doubt how long nobody can say that a session does not exist, when it is not known what the database has */
    SavedSessions(Duration doubt) {
        this.doubt = doubt;
    }

    /** @param now epoch milliseconds */
    synchronized boolean mayHave(String ref, long now) {
        return !read || expiries.getOrDefault(ref, now) > now;
    }

    /** @param found each session's end, in epoch milliseconds */
    synchronized void are(Map<String, Long> found) {
        expiries = new HashMap<>(found);
        read = true;
    }

    /** Entries of the cluster may have been lost, or rows could not be read: it must be asked again. */
    synchronized void areUnknown() {
        if (read) {
            read = false;
            unreadSinceNanos = System.nanoTime();
        }
    }

    synchronized boolean unread() {
        return !read;
    }

    synchronized boolean inDoubt() {
        return !read && System.nanoTime() - unreadSinceNanos < doubt.toNanos();
    }

    synchronized void forgetExpired(long now) {
        expiries.values().removeIf(expiry -> expiry <= now);
    }
}
