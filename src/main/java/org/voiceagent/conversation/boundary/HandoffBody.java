package org.voiceagent.conversation.boundary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.voiceagent.conversation.entity.HandoffMessage;
import org.voiceagent.web.JsonBody;

/** The body of {@code POST /sessions/current/handoff}, checked. */
final class HandoffBody {

    static final int MOST_CHARACTERS = 200;

    private static final String CONTACT = "contact";
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private HandoffBody() {}

    /** A message that holds neither would tell a person nothing. */
    static HandoffMessage read(JsonBody body) {
        boolean transcript = body.flag("includeTranscript").orElse(false);
        Optional<String> contact = body.text(CONTACT).map(HandoffBody::visible).map(text -> checked(body, text));
        contact = contact.filter(text -> !text.isEmpty());
        if (!transcript && contact.isEmpty()) {
            throw body.invalid(CONTACT, "or includeTranscript is required.");
        }
        return new HandoffMessage(transcript, contact);
    }

    /** Without marks of direction, which come along where a number is copied, and could turn a line round. */
    private static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
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

    /** Line breaks too: they could pass for something else in a mail. */
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
