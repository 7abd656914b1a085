package org.voiceagent.knowledge.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.knowledge.entity.Passage;

/**
 * A state of the knowledge base.
 *
 * @param version of the passages: the same wherever they are the same
 */
record Edition(KnowledgeBase base, String version, Instant built) {

    private static final int DIGITS = 12;

    static Edition of(List<Passage> passages, Instant built) {
        List<String> parts = new ArrayList<>();
        for (Passage passage : passages) {
            parts.addAll(List.of(passage.id(), passage.title(), passage.url(), passage.text(), passage.language()));
            parts.addAll(passage.questions());
        }
        return new Edition(KnowledgeBase.of(passages), EntryName.of(parts).substring(0, DIGITS), built);
    }
}
