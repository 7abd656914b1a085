package org.voiceagent.conversation.boundary;

import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.web.JsonBody;

/** The body of {@code POST /speak}, checked. */
final class SpeakBody {

    private SpeakBody() {}

    static SpeechRequest read(JsonBody body, Preferences preferences, int mostCharacters) {
        String text = body.text("text").orElseThrow(() -> body.invalid("text", "is required."));
        if (text.isBlank()) {
            throw body.invalid("text", "must not be blank.");
        }
        if (text.codePointCount(0, text.length()) > mostCharacters) {
            throw body.invalid("text", "must not be longer than " + mostCharacters + " characters.");
        }
        Delivery usual = preferences.delivery();
        Delivery delivery = new Delivery(
                PreferencesBody.voice(body).orElse(usual.voice()),
                PreferencesBody.speed(body).orElse(usual.speed()));
        return new SpeechRequest(text.strip(), delivery, format(body));
    }

    private static SpeechFormat format(JsonBody body) {
        return switch (body.text("format").orElse("wav")) {
            case "wav" -> SpeechFormat.PCM;
            case "mp3" -> SpeechFormat.MP3;
            default -> throw body.invalid("format", "must be wav or mp3.");
        };
    }
}
