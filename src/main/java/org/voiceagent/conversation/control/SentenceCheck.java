package org.voiceagent.conversation.control;

import java.util.Optional;

/**
 * Looks at each sentence of an answer before anybody sees or hears it. Every CDI bean of this type is asked, by many threads
 * at once, each with what the one before it left; one that waits holds up the first sound of every answer.
 */
public interface SentenceCheck {

    /**
     * @param sentence without Markdown; or a whole response, with its Markdown
     * @return what may be said of it, often all; empty ends the answer there
     */
    Optional<String> check(String sentence);

    /**
     * As {@link #check(String)}, for who looks beyond the sentence.
     *
     * @param before what was told of the answer before it; empty at its beginning
     */
    default Optional<String> check(String sentence, String before) {
        return check(sentence);
    }
}
