package org.voiceagent.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/**
 * The bytes of recordings that may be in memory at once, over all calls: one part in 64 of the heap, which is 75 questions
 * of five seconds on 768 MB. Each byte costs two while it arrives (pieces, then the whole), and for a recording at 16 kHz
 * up to five until it is transcribed (samples, the copy that goes upstream); more makes the heap grow.
 */
@ApplicationScoped
public class UploadRoom {

    private static final int SHARE_OF_HEAP = 64;
    private static final Duration TYPICAL_WAIT = Duration.ofSeconds(2);

    @Inject
    private Config config;

    private Semaphore freeBytes;

    /** Room for one whole upload at least, however small the heap is. */
    @PostConstruct
    void measure() {
        long share = Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        int largest = new Settings(config).number("voice.audio.max-bytes", 1) + BodyLimit.MULTIPART_BYTES;
        freeBytes = new Semaphore((int) Math.max(share, largest));
    }

    Place place() {
        return new Place(freeBytes);
    }

    /** What one upload takes up; given back as a whole when its call has been answered. */
    static final class Place implements AutoCloseable {

        private final Semaphore freeBytes;
        private final AtomicInteger taken = new AtomicInteger();

        private Place(Semaphore freeBytes) {
            this.freeBytes = freeBytes;
        }

        /** @throws Problem 503 when other uploads have taken up too much */
        void take(int bytes) {
            if (!freeBytes.tryAcquire(bytes)) {
                throw new Problem(
                        "busy",
                        503,
                        "All lines are busy",
                        "Too many recordings are arriving at once.",
                        Optional.of(TYPICAL_WAIT));
            }
            taken.addAndGet(bytes);
        }

        @Override
        public void close() {
            freeBytes.release(taken.getAndSet(0));
        }
    }
}
