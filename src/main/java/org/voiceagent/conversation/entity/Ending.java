package org.voiceagent.conversation.entity;

/** How a turn ends of which nothing is remembered. */
public enum Ending {
    /** Answered; the visitor's side keeps the words. It renews the session. */
    UNSTORED,
    /** Failed on our side: the same turn may be tried again, and counts once. */
    FAILED,
    /** It was none, since nothing was said: its place in the session is free again. */
    NONE
}
