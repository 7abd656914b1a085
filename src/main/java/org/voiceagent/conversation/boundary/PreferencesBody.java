package org.voiceagent.conversation.boundary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.web.JsonBody;

/** Preferences as they stand in JSON. */
final class PreferencesBody {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern VOICE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 2;

    private PreferencesBody() {}

    static Preferences read(JsonBody body) {
        return new Preferences(language(body), voice(body), speed(body), body.flag("captions"));
    }

    static Optional<String> language(JsonBody body) {
        return matching(body, "language", LANGUAGE, "must be a BCP 47 language tag, as en or de-CH.");
    }

    static Optional<String> voice(JsonBody body) {
        return matching(body, "voice", VOICE, "must be the name of a voice.");
    }

    static Optional<Double> speed(JsonBody body) {
        return body.number("speed", SLOWEST, FASTEST);
    }

    private static Optional<String> matching(JsonBody body, String field, Pattern pattern, String rule) {
        Optional<String> text = body.text(field);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            throw body.invalid(field, rule);
        }
        return text;
    }
}
