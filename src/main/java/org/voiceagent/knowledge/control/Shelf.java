package org.voiceagent.knowledge.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.knowledge.entity.KnowledgeDocument;
import org.voiceagent.knowledge.entity.Passage;

/** Documents of one origin, as they were read last. */
abstract class Shelf {

    final Library library;
    final Trouble trouble = new Trouble();
    volatile boolean reading;

    Shelf(Library library) {
        this.library = library;
    }

    /**
     * Looks for changes, and reads what has changed.
     *
     * @param all whether to read again what has not changed, too
     * @param due whether to try again what could not be read for a reason that may have passed
     * @return whether documents were read
     */
    abstract boolean look(boolean all, boolean due);

    /** Of all documents, in order. */
    List<Passage> passages() {
        return library.passages();
    }

    /** By name. */
    final List<KnowledgeDocument> documents() {
        return library.documents();
    }

    /** Why what is there now is not what is known; empty when it is. */
    final Optional<String> trouble() {
        return trouble.current();
    }

    /** Whether they are being read. */
    final boolean reading() {
        return reading;
    }

    /** Whether nothing is to be read again before something changes. */
    final boolean settled() {
        return library.settled();
    }
}
