package org.voiceagent.conversation.boundary;

import java.util.Base64;
import org.voiceagent.conversation.entity.TurnEvent;

/** A piece of speech as event data. Written by hand: it holds nothing to escape, and there are many of them. */
final class AudioShown {

    private AudioShown() {}

    static String json(TurnEvent.Audio audio) {
        String data = Base64.getEncoder().encodeToString(audio.pcm());
        return "{\"index\":" + audio.index() + ",\"part\":" + audio.part() + ",\"last\":" + audio.last()
                + ",\"format\":\"pcm_s16le\",\"rate\":" + audio.rate() + ",\"data\":\"" + data + "\"}";
    }
}
