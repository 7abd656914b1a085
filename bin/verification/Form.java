package verification;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A multipart form as a browser sends it. */
final class Form {

    private final String boundary = "verify-" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form with(String name, String value) {
        return with("name=\"" + name + '"', "text/plain; charset=utf-8", value.getBytes(StandardCharsets.UTF_8));
    }

    Form with(byte[] wav) {
        return with("name=\"audio\"; filename=\"question.wav\"", "audio/wav", wav);
    }

    private Form with(String name, String type, byte[] value) {
        String head = "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, type);
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(value);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        byte[] end = ("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(bytes.toByteArray()), BodyPublishers.ofByteArray(end));
    }
}
