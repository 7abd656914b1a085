package org.voiceagent.limits.entity;

import java.util.Locale;

/** What the agent still does for what may be spent today; each step does less than the one before. */
public enum ServiceLevel {
    /** All of it. */
    VOICE,
    /** It writes; listening and speaking cost too much. */
    TEXT,
    /** It answers from the site's own words and from answers it has given before, which costs nothing. */
    SITE,
    CLOSED;

    /** As it stands in JSON, logs and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
