package org.voiceagent.conversation.entity;

import java.util.Optional;

/**
 * The way to a person.
 *
 * @param url absolute (https, http, mailto or tel), or a path at the agent's own server; empty for none
 * @param message whether a person can be sent a message by {@code POST /sessions/current/handoff}
 */
public record Handoff(Optional<String> url, boolean message) {

    public boolean exists() {
        return url.isPresent() || message;
    }
}
