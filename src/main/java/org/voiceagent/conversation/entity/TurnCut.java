package org.voiceagent.conversation.entity;

/**
 * A remembered turn was interrupted after it had ended, and is remembered as far as it was heard from now on; whoever keeps
 * turns gets this event. Holds the visitor's words, as {@link TurnCompleted} does.
 *
 * @param heard the response as far as it was heard
 */
public record TurnCut(SessionRef session, TurnId turn, String heard) {}
