package org.voiceagent.conversation.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What other stores have of a session; each adds its part, on the thread of the call. */
public final class ExportParts {

    private final Map<String, Object> parts = new TreeMap<>();
    private final List<String> unavailable = new ArrayList<>();

    /**
     * @param store in one word of the wire
     * @param part what it keeps, of values that JSON has
     */
    public void kept(String store, Map<String, Object> part) {
        parts.put(store, part);
    }

    /** The store cannot be reached: it may have something, and the visitor is to ask again. */
    public void unavailable(String store) {
        unavailable.add(store);
    }

    public Map<String, Object> parts() {
        return Collections.unmodifiableMap(parts);
    }

    public List<String> unavailable() {
        return List.copyOf(unavailable);
    }
}
