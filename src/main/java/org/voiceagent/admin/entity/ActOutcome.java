package org.voiceagent.admin.entity;

import java.util.Locale;

/** What came of an act. */
public enum ActOutcome {
    /** Nothing is known yet; a row that stays so is of a server that has died in between. */
    BEGUN,
    DONE,
    FAILED,
    /** It was not allowed. */
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
