package org.voiceagent.conversation.boundary;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;

/** Writes speech as it is made; each piece leaves at once. */
final class SpeechOutput implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(SpeechOutput.class.getName());
    private static final int BUFFER_BYTES = 4096;

    private final SpeechStream speech;

    SpeechOutput(SpeechStream speech) {
        this.speech = speech;
    }

    String mediaType() {
        return speech.format() == SpeechFormat.MP3 ? "audio/mpeg" : "audio/wav";
    }

    @Override
    public void write(OutputStream out) {
        try (speech) {
            if (speech.format() == SpeechFormat.PCM) {
                out.write(Wav.streamHeader(speech.rate()));
            }
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = speech.read(buffer); count >= 0; count = speech.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException hungUp) {
            LOG.log(Level.FINE, "the visitor's side has gone while it was spoken to", hungUp);
        }
    }
}
