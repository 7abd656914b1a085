package org.voiceagent.conversation.entity;

/**
 * Where a turn's time went, in milliseconds since it was asked, by voice since the visitor stopped speaking; 0 for what did
 * not happen.
 *
 * @param endpointing until it was certain that the visitor had finished, in a live conversation
 * @param transcription until the question was understood
 * @param ttft until the answer's first delta
 * @param firstSentence until its first whole sentence
 * @param speech of the first sentence, from asking for it to its first sound; not since the beginning
 * @param firstAudio until the first piece of its speech
 * @param heard until the visitor's side had played the first sentence, where it said so in time
 * @param total until its end
 */
public record TurnTimings(
        long endpointing,
        long transcription,
        long ttft,
        long firstSentence,
        long speech,
        long firstAudio,
        long heard,
        long total) {}
