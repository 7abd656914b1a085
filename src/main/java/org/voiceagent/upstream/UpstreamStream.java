package org.voiceagent.upstream;

import java.util.Locale;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.outbound.OutboundStream;

/** A good answer as it arrives; for one reader. Closing it, from any thread, closes the connection. */
public final class UpstreamStream implements AutoCloseable {

    private final OutboundStream stream;

    UpstreamStream(OutboundStream stream) {
        this.stream = stream;
    }

    /** Without parameters and in lower case, as {@code text/event-stream}; empty when the server tells none. */
    public String contentType() {
        String header = stream.header("Content-Type").orElse("");
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Waits for the next bytes.
     *
     * @return how many were written to the start of {@code target}, -1 at the end
     */
    public int read(byte[] target) {
        try {
            return stream.read(target);
        } catch (OutboundFailure failure) {
            throw UpstreamProblem.inAnswer(failure);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
