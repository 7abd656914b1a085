package org.voiceagent.answer.entity;

import java.util.List;

/**
 * All an engine needs to answer.
 *
 * @param question the visitor's words, not blank
 * @param confidence how sure the transcription is of those words, 0 to 1; 1 for typed ones
 * @param history earlier turns that fit the window, oldest first, user and assistant in turn
 * @param excerpts passages found for the question, best first; may be empty
 * @param language BCP 47 tag, as {@code en}
 * @param begun what has been said of the answer already, to go on from there; mostly empty
 */
public record AnswerRequest(
        String question,
        double confidence,
        List<Message> history,
        List<Excerpt> excerpts,
        String language,
        String begun) {

    private static final double SURE = 0.6;

    /** An answer from its beginning. */
    public AnswerRequest(
            String question, double confidence, List<Message> history, List<Excerpt> excerpts, String language) {
        this(question, confidence, history, excerpts, language, "");
    }

    public AnswerRequest {
        history = List.copyOf(history);
        excerpts = List.copyOf(excerpts);
    }

    /** Whether nothing was said before. */
    public boolean first() {
        return history.isEmpty() && begun.isEmpty();
    }

    /** Whether the words can be taken as they stand; else it may be better to ask again than to answer. */
    public boolean sure() {
        return confidence >= SURE;
    }
}
