package org.voiceagent.conversation.entity;

import java.util.List;
import org.voiceagent.knowledge.entity.Wording;

/**
 * What the visitor asked.
 *
 * @param text not blank
 * @param confidence how sure the transcription is of the text, 0 to 1; 1 when it was typed
 * @param wordings what may have been asked, for the search; the text first
 */
public record Question(String text, double confidence, List<Wording> wordings) {

    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
        wordings = List.copyOf(wordings);
    }

    /** A question that is worded in one way. */
    public Question(String text, double confidence) {
        this(text, confidence, Wording.only(text));
    }
}
