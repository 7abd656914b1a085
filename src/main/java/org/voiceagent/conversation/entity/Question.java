package org.voiceagent.conversation.entity;

/**
 * What the visitor asked.
 *
 * @param text not blank
 * @param confidence how sure the transcription is of the text, 0 to 1; 1 when it was typed
 */
public record Question(String text, double confidence) {

    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
    }
}
