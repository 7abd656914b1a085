package org.voiceagent.conversation.entity;

import java.util.List;

/**
 * The languages the agent speaks and understands.
 *
 * @param tags BCP 47, the default one first
 */
public record SpokenLanguages(List<String> tags) {

    public SpokenLanguages {
        tags = List.copyOf(tags);
    }

    /** The visitor's language, else the default. */
    public String of(Preferences preferences) {
        return preferences.language().orElseGet(() -> tags.get(0));
    }
}
