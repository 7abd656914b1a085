package org.voiceagent.knowledge.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.knowledge.entity.Passage;

/**
 * What a document says.
 *
 * @param language as it says itself
 * @param passages in reading order; none when it says nothing
 */
record DocumentContents(String title, Optional<String> language, List<Passage> passages) {

    DocumentContents {
        passages = List.copyOf(passages);
    }
}
