package org.voiceagent.conversation.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What a visitor has been told and has agreed to; each part is empty as long as there is nothing of it.
 *
 * @param choice the last one counts
 */
public record Consent(Optional<Choice> choice, Optional<Disclosure> disclosure) {

    public static final Consent NONE = new Consent(Optional.empty(), Optional.empty());

    /**
     * What the visitor has agreed to, or not.
     *
     * @param conversation to the processing of what is said and typed
     * @param recording to keeping the sound of it
     * @param textVersion of the sentence that was read before
     */
    public record Choice(boolean conversation, boolean recording, String textVersion, Instant at) {}

    /** How the visitor was told that an AI answers. */
    public record Disclosure(Way way, Instant at) {}

    /** Ways to tell it. */
    public enum Way {
        SHOWN,
        HEARD
    }

    /** Whether the visitor has agreed, after this version of the text, to be answered. */
    public boolean covers(String textVersion) {
        return choice.filter(made -> made.conversation() && made.textVersion().equals(textVersion))
                .isPresent();
    }

    /** Whether the visitor has agreed, after this version of the text, to be recorded as well. */
    public boolean coversRecording(String textVersion) {
        return covers(textVersion) && choice.filter(Choice::recording).isPresent();
    }

    /** With what is new in another one. */
    public Consent with(Consent later) {
        return new Consent(later.choice().or(() -> choice), later.disclosure().or(() -> disclosure));
    }
}
