package org.voiceagent.conversation.boundary;

import java.time.Instant;
import java.util.Optional;
import org.voiceagent.conversation.entity.Consent;
import org.voiceagent.conversation.entity.Consent.Choice;
import org.voiceagent.conversation.entity.Consent.Disclosure;
import org.voiceagent.conversation.entity.Consent.Way;
import org.voiceagent.conversation.entity.ConsentRule;
import org.voiceagent.web.JsonBody;

/** The body of {@code PUT /sessions/current/consent}, checked: a choice, how the AI was disclosed, or both. */
final class ConsentBody {

    private ConsentBody() {}

    static Consent read(JsonBody body, Instant now) {
        Optional<Disclosure> disclosure = body.text("disclosed").map(way -> new Disclosure(way(body, way), now));
        Optional<Choice> choice = choice(body, now);
        if (choice.isEmpty() && disclosure.isEmpty()) {
            throw body.invalid("conversation", "or disclosed is required.");
        }
        return new Consent(choice, disclosure);
    }

    private static Optional<Choice> choice(JsonBody body, Instant now) {
        Optional<Boolean> conversation = body.flag("conversation");
        Optional<Boolean> recording = body.flag("recording");
        Optional<String> version = body.text("textVersion");
        if (conversation.isEmpty() && (recording.isPresent() || version.isPresent())) {
            throw body.invalid("conversation", "is required.");
        }
        return conversation.map(agreed -> new Choice(agreed, recording.orElse(false), checked(body, version), now));
    }

    private static String checked(JsonBody body, Optional<String> version) {
        return version.filter(text -> ConsentRule.VERSION.matcher(text).matches())
                .orElseThrow(() -> body.invalid("textVersion", "must be the version of the text that was read."));
    }

    private static Way way(JsonBody body, String way) {
        return switch (way) {
            case "shown" -> Way.SHOWN;
            case "heard" -> Way.HEARD;
            default -> throw body.invalid("disclosed", "must be shown or heard.");
        };
    }
}
