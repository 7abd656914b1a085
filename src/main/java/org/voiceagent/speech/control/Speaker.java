package org.voiceagent.speech.control;

import java.util.List;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.web.InvalidField;
import org.voiceagent.web.Problem;

/**
 * Speaks a whole text, sentence by sentence, so that the first sentence sounds while the others are still made.
 *
 * @param mostCharacters longest text
 */
public record Speaker(Synthesizer synthesizer, int mostCharacters) {

    /**
     * Begins to speak; returns when the first sentence can be heard.
     *
     * @throws Problem of the engine; 406 for a format it does not make; 422 when there is nothing to say
     */
    public SpeechStream speak(SpeechRequest request) {
        FormatNotSpoken.unless(synthesizer.formats(), request.format());
        List<String> sentences = SentenceSplitter.split(request.text());
        if (sentences.isEmpty()) {
            throw new InvalidField("/text", "holds nothing that can be spoken.");
        }
        return new SentencesAloud(synthesizer, request, sentences);
    }
}
