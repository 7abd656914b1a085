package org.voiceagent.transcription.entity;

import java.util.List;
import org.voiceagent.knowledge.entity.Wording;

/**
 * An utterance as text.
 *
 * @param text not blank
 * @param language BCP 47 tag
 * @param confidence how sure the engine is, 0 to 1; 1 where the engine does not tell
 * @param wordings what may have been said, the text first; only the text where the engine does not tell
 */
public record Transcript(String text, String language, double confidence, List<Wording> wordings) {

    public Transcript {
        wordings = List.copyOf(wordings);
    }

    /** A transcript of an engine that tells one wording. */
    public Transcript(String text, String language, double confidence) {
        this(text, language, confidence, Wording.only(text));
    }
}
