package org.voiceagent.conversation.entity;

import java.util.Optional;

/**
 * What a visitor lets a person know.
 *
 * @param transcript whether what is remembered of the conversation goes along
 * @param contact how the visitor can be reached, in their own words
 */
public record HandoffMessage(boolean transcript, Optional<String> contact) {

    /** For a log that somebody writes by accident. */
    @Override
    public String toString() {
        return "a message to a person";
    }
}
