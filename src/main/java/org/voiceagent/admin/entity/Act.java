package org.voiceagent.admin.entity;

import java.util.Locale;

/** What is done on the admin pages, as the audit names it. */
public enum Act {
    SIGN_IN,
    SIGN_OUT,
    AGENT_ON,
    AGENT_OFF,
    EMPTY_CACHES,
    END_SESSION,
    READ_KNOWLEDGE,
    FETCH_PAGES,
    UPLOAD_DOCUMENT,
    REMOVE_DOCUMENT,
    ACCEPT_ANSWER,
    CHANGE_ANSWER,
    REMOVE_ANSWER,
    READ_CONVERSATION,
    PLAY_RECORDING,
    EXPORT;

    /** As it stands in the audit, JSON and the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
