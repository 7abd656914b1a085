package org.voiceagent.conversation.entity;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A turn has ended; whoever observes turns gets this event. Holds the visitor's words: observers that keep or show them
 * redact them first, and keep none of a turn without a number. Where the visitor's side keeps the conversation itself it holds
 * none.
 *
 * @param number the turn's number in its session; empty when nothing was stored
 * @param problem the type of the problem that ended it
 */
public record TurnCompleted(
        SessionRef session,
        Turn turn,
        OptionalLong number,
        TurnTimings timings,
        Consumption consumption,
        TurnSetting setting,
        Optional<String> problem) {}
