package org.voiceagent.conversation.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the visitor is told of an erasure; each store enters its part, on the thread of the call. */
public final class ErasureReceipt {

    private final Map<String, Integer> erased = new TreeMap<>();
    private final List<String> pending = new ArrayList<>();
    private boolean outOfSight;

    /** @param store what went, in one word of the wire */
    public void erased(String store, int count) {
        erased.put(store, count);
    }

    /** The store cannot be reached; it will erase what it has of the session when it can. */
    public void later(String store) {
        pending.add(store);
    }

    /** Nobody can say now whether there is something to erase: the call is to be made again. */
    public void outOfSight() {
        outOfSight = true;
    }

    public Map<String, Integer> erased() {
        return Collections.unmodifiableMap(erased);
    }

    public List<String> pending() {
        return List.copyOf(pending);
    }

    public boolean isOutOfSight() {
        return outOfSight;
    }
}
