package org.voiceagent.conversation.entity;

import java.util.Optional;

/** What a turn tells while it runs. */
public sealed interface TurnEvent {

    /** What was understood of a spoken question. */
    record Transcript(String text) implements TurnEvent {}

    /** @param index counts from 0 */
    record Sentence(int index, String text) implements TurnEvent {}

    /**
     * A piece of a sentence's speech.
     *
     * @param index of its sentence
     * @param part counts from 1 within the sentence
     * @param last whether the sentence ends with it; then it may be empty
     * @param rate samples per second
     * @param pcm whole mono samples, signed 16 bit, little endian
     */
    record Audio(int index, int part, boolean last, int rate, byte[] pcm) implements TurnEvent {}

    /**
     * From this sentence on the answer is written only.
     *
     * @param index of the first sentence without speech
     * @param problem the type of what kept it from being spoken
     */
    record Unspoken(int index, String problem) implements TurnEvent {}

    /** @param handoff the way to a person, where it is to be offered after this answer */
    record Done(Turn turn, TurnTimings timings, Optional<Handoff> handoff) implements TurnEvent {}
}
