package org.voiceagent.conversation.entity;

/** What a turn tells while it runs. */
public sealed interface TurnEvent {

    /** @param index counts from 0 */
    record Sentence(int index, String text) implements TurnEvent {}

    record Done(Turn turn, TurnTimings timings) implements TurnEvent {}
}
