package org.voiceagent.knowledge.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.knowledge.entity.KnowledgeDocument;
import org.voiceagent.knowledge.entity.Passage;

/** Documents of one origin, as they were read last. */
interface Shelf {

    /**
     * Looks for changes, and reads what has changed.
     *
     * @param all whether to read again what has not changed, too
     * @param due whether to try again what could not be read for a reason that may have passed
     * @return whether documents were read
     */
    boolean look(boolean all, boolean due);

    /** Of all documents, in order. */
    List<Passage> passages();

    /** By name. */
    List<KnowledgeDocument> documents();

    /** Why what is there now is not what is known; empty when it is. */
    Optional<String> trouble();

    /** Whether they are being read. */
    boolean reading();

    /** Whether nothing is to be read again before something changes. */
    boolean settled();
}
