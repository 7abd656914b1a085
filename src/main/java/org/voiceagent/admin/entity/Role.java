package org.voiceagent.admin.entity;

import java.util.Locale;
import java.util.Set;

/** What somebody may do on the admin pages. */
public enum Role {
    /** See. */
    VIEWER,
    /** See and act. */
    ADMIN;

    /** As the deployment descriptor and JSON have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The groups of the platform's security: who may act may see. */
    public Set<String> groups() {
        return this == ADMIN ? Set.of(VIEWER.word(), ADMIN.word()) : Set.of(word());
    }
}
