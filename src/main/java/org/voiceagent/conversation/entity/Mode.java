package org.voiceagent.conversation.entity;

import java.util.Locale;

/** Which call a turn came by. */
public enum Mode {
    CHAT,
    TURNS,
    LIVE;

    /** As it stands in the log of turns. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
