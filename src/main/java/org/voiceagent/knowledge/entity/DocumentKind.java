package org.voiceagent.knowledge.entity;

import java.util.Locale;

/** How a document came into the database. */
public enum DocumentKind {
    /** An admin has uploaded it. */
    UPLOAD,
    /** An admin has accepted it as the answer to a question. */
    ANSWER,
    /** It was fetched from a website. */
    PAGE;

    /** As it stands in rows and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DocumentKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
