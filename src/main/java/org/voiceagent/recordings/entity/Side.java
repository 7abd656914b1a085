package org.voiceagent.recordings.entity;

import java.util.Locale;

/** Who is heard. */
public enum Side {
    /** The visitor. */
    UTTERANCE,
    /** The agent. */
    SPEECH;

    /** As it stands in names and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
