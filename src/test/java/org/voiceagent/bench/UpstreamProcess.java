package org.voiceagent.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link ReferenceUpstream} that runs beside this process. */
final class UpstreamProcess implements AutoCloseable {

    private final Process process;
    private final URI url;

    private UpstreamProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static UpstreamProcess with(Delays delays) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReferenceUpstream.class.getName(),
                        delays.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            return new UpstreamProcess(process, URI.create("http://127.0.0.1:" + out.readLine() + "/v1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
