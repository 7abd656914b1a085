package org.voiceagent.transcription.entity;

/**
 * An utterance as text.
 *
 * @param text not blank
 * @param language BCP 47 tag
 * @param confidence how sure the engine is, 0 to 1; 1 where the engine does not tell
 */
public record Transcript(String text, String language, double confidence) {}
