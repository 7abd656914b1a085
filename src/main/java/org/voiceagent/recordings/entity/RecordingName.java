package org.voiceagent.recordings.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voiceagent.audio.AudioFormat;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

/** Where a recording is found: by its session's reference and its turn's id, never by a word of what is said in it. */
public record RecordingName(SessionRef session, TurnId turn, Side side, AudioFormat format) {

    /** Stands between the session and the rest. */
    public static final String WITHIN = "/";

    private static final Pattern FILE = Pattern.compile("([0-9a-f-]{36})-(utterance|speech)\\.(wav|webm|ogg)");

    /** Empty when it names none: whatever comes from outside becomes a path only by this. */
    public static Optional<RecordingName> parse(SessionRef session, String file) {
        Matcher parts = FILE.matcher(file);
        return parts.matches()
                ? TurnId.parse(parts.group(1))
                        .map(turn -> new RecordingName(
                                session, turn, Side.valueOf(upper(parts.group(2))), format(parts.group(3))))
                : Optional.empty();
    }

    /** Empty when it names none of a session. */
    public static Optional<RecordingName> parse(String path) {
        int within = path.indexOf(WITHIN);
        return within < 0
                ? Optional.empty()
                : SessionRef.parse(path.substring(0, within))
                        .flatMap(session -> parse(session, path.substring(within + 1)));
    }

    private static AudioFormat format(String ending) {
        return AudioFormat.valueOf(upper(ending));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Within the session. */
    public String file() {
        return turn + "-" + side.word() + "." + format.name().toLowerCase(Locale.ROOT);
    }

    /** Within the store. */
    public String path() {
        return session.value() + WITHIN + file();
    }

    /** As HTTP has it. */
    public String mediaType() {
        return "audio/" + format.name().toLowerCase(Locale.ROOT);
    }
}
