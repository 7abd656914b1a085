package org.voiceagent.knowledge.entity;

import java.util.List;

/** A new state of the knowledge base stands; other stages learn its words from this event. */
public record KnowledgeLoaded(List<Passage> passages) {

    public KnowledgeLoaded {
        passages = List.copyOf(passages);
    }
}
