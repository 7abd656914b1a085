package org.voiceagent.transcription.control;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with one file, as {@code multipart/form-data} (RFC 7578). */
final class TranscriptionForm {

    // random, so that nothing a visitor says can end a part
    private final String boundary = "voice-agent-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    TranscriptionForm field(String name, String value) {
        head("name=\"" + name + "\"");
        write("\r\n" + value + "\r\n");
        return this;
    }

    TranscriptionForm wav(String name, byte[] wav) {
        head("name=\"" + name + "\"; filename=\"audio.wav\"");
        write("Content-Type: audio/wav\r\n\r\n");
        body.writeBytes(wav);
        write("\r\n");
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole body; nothing can be added after it. */
    byte[] bytes() {
        write("--" + boundary + "--\r\n");
        return body.toByteArray();
    }

    private void head(String disposition) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
