package org.voiceagent.conversation.boundary;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.voiceagent.conversation.entity.Consent;

/** A visitor's consent as it stands in JSON; what there is nothing of is left out. */
public record ConsentShown(Optional<Choice> consent, Optional<Disclosure> disclosure) {

    static ConsentShown of(Consent consent) {
        return new ConsentShown(
                consent.choice()
                        .map(made -> new Choice(made.conversation(), made.recording(), made.textVersion(), made.at())),
                consent.disclosure()
                        .map(given -> new Disclosure(given.way().name().toLowerCase(Locale.ROOT), given.at())));
    }

    public record Choice(boolean conversation, boolean recording, String textVersion, Instant at) {}

    /** @param way shown or heard */
    public record Disclosure(String way, Instant at) {}
}
