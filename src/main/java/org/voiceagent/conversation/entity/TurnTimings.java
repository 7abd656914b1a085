package org.voiceagent.conversation.entity;

/**
 * Where a turn's time went, in milliseconds since it was admitted.
 *
 * @param ttft until the answer's first delta
 * @param firstSentence until its first whole sentence
 * @param total until its end
 */
public record TurnTimings(long ttft, long firstSentence, long total) {}
