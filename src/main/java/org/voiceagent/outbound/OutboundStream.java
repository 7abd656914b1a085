package org.voiceagent.outbound;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.voiceagent.outbound.OutboundFailure.Kind;

/** An answer as it arrives; for one reader. Closing it, from any thread, closes the connection and ends a waiting read. */
public final class OutboundStream implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final int status;
    private final HttpHeaders headers;
    private final IncomingBody body;
    private final Duration silence;
    private final long deadline;
    private final AtomicLong bytesLeft;

    OutboundStream(Answered answered, Duration silence, long deadline, long mostBytes) {
        this.status = answered.status();
        this.headers = answered.headers();
        this.body = answered.body();
        this.silence = silence;
        this.deadline = deadline;
        this.bytesLeft = new AtomicLong(mostBytes);
    }

    record Answered(int status, HttpHeaders headers, IncomingBody body) {}

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** All of this name, for those that may come more than once. */
    public List<String> headers(String name) {
        return headers.allValues(name);
    }

    /**
     * Waits for the next bytes of the body.
     *
     * @return how many were written to the start of {@code target}, -1 at the end
     * @throws OutboundFailure when a limit is passed, the connection breaks, or it was closed
     */
    public int read(byte[] target) {
        int count = body.read(target, silence, deadline);
        if (count > 0 && bytesLeft.addAndGet(-count) < 0) {
            OutboundFailure tooLarge = new OutboundFailure(Kind.TOO_LARGE);
            body.end(tooLarge);
            throw tooLarge;
        }
        return count;
    }

    /** Reads the body to its end, but no further than the first {@code most} bytes. */
    public byte[] readAtMost(int most) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[Math.min(most, BUFFER)];
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            all.write(buffer, 0, Math.min(count, most - all.size()));
            if (all.size() == most) {
                break;
            }
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        body.end(new OutboundFailure(Kind.CANCELLED));
    }
}
