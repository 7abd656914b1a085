package org.voiceagent.recordings.entity;

import java.util.List;
import org.voiceagent.audio.AudioFormat;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

/** Recordings as tests want them. */
public final class Sounds {

    private Sounds() {}

    public static SessionRef session() {
        return SessionRef.of(SessionId.mint());
    }

    public static RecordingName utterance(SessionRef session) {
        return new RecordingName(session, TurnId.mint(), Side.UTTERANCE, AudioFormat.WEBM);
    }

    public static Recording recording(SessionRef session, int bytes) {
        return new Recording(utterance(session), List.of(new byte[bytes]));
    }
}
