package org.voiceagent.answer.entity;

/** Why the site itself replied to a question, and no engine. */
public enum Guarded {
    /** Nothing that the site says fits it. */
    OFF_TOPIC,
    /** It is one that the site does not answer; the turn is blocked. */
    BLOCKED
}
