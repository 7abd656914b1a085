package org.voiceagent.conversation.boundary;

import java.util.Optional;
import org.voiceagent.conversation.entity.HandoffMessage;
import org.voiceagent.web.JsonBody;

/** The body of {@code POST /sessions/current/handoff}, checked. */
final class HandoffBody {

    static final int MOST_CHARACTERS = 200;

    private static final String CONTACT = "contact";

    private HandoffBody() {}

    /** A message that holds neither would tell a person nothing. */
    static HandoffMessage read(JsonBody body) {
        boolean transcript = body.flag("includeTranscript").orElse(false);
        Optional<String> contact = body.text(CONTACT).map(text -> checked(body, text));
        contact = contact.filter(text -> !text.isEmpty());
        if (!transcript && contact.isEmpty()) {
            throw body.invalid(CONTACT, "or includeTranscript is required.");
        }
        return new HandoffMessage(transcript, contact);
    }

    private static String checked(JsonBody body, String text) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw body.invalid(CONTACT, "must not have more than " + MOST_CHARACTERS + " characters.");
        }
        if (text.codePoints().anyMatch(HandoffBody::unseen)) {
            throw body.invalid(CONTACT, "must not hold control characters.");
        }
        return text.strip();
    }

    /** Line breaks and what turns the direction of writing too: they could pass for something else in a mail. */
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
