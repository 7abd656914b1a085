package org.voiceagent.transcription.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;

/**
 * What the API answers.
 *
 * @param text empty when nothing was said
 */
record TranscriptionReply(Optional<String> text) {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int BUFFER = 8192;

    /**
     * Reads it all.
     *
     * @param deadline as {@link System#nanoTime()} tells it
     * @return empty when it is something else, as a page
     */
    static Optional<TranscriptionReply> read(InputStream answer, long deadline) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = answer.read(buffer); count >= 0; count = answer.read(buffer)) {
            all.write(buffer, 0, count);
            if (all.size() > MOST_BYTES) {
                throw new UpstreamProblem(Kind.MALFORMED);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new UpstreamProblem(Kind.TIMEOUT);
            }
        }
        return parse(all.toByteArray());
    }

    private static Optional<TranscriptionReply> parse(byte[] body) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject().get("text") instanceof JsonString text
                    ? Optional.of(new TranscriptionReply(
                            Optional.of(text.getString().strip()).filter(words -> !words.isEmpty())))
                    : Optional.empty();
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }
}
