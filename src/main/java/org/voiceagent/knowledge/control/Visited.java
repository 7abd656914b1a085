package org.voiceagent.knowledge.control;

import java.net.URI;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/** What came of a visit to a page. */
sealed interface Visited {

    /** It is as it is known. */
    record Same(Fetched fetched) implements Visited {}

    /**
     * It says something else than what is known.
     *
     * @param at where it was found, after redirects
     */
    record Other(KeptDocument document, byte[] content, URI at) implements Visited {}

    /**
     * It is not to be known any more.
     *
     * @param why a sentence
     */
    record Gone(String why) implements Visited {}
}
