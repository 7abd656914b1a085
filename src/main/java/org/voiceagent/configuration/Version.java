package org.voiceagent.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What runs here. */
public final class Version {

    private static final String FILE = "/META-INF/voice-agent-version.txt";

    private Version() {}

    /** As it was built. */
    public static String ofProduct() {
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            return file == null ? "unknown" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String ofJava() {
        return Runtime.version().toString();
    }
}
