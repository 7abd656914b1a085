package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.voiceagent.configuration.Daemons;

/**
 * Reads documents within their limits, each on a thread that is given up when it takes too long: what a document does to the
 * code that reads it ends there. A thread that does not end when it is interrupted holds up its own document only, as long as there are few of them.
 */
final class DocumentReader {

    private static final System.Logger LOG = System.getLogger(DocumentReader.class.getName());
    private static final ThreadFactory THREADS = Daemons.named("voice-agent-document");

    /** Threads, each of which may keep a core busy. */
    private static final int MOST_GIVEN_UP = 4;

    private final DocumentLimits limits;
    private final String baseUrl;
    private final String language;
    private final Map<String, Thread> givenUp = new HashMap<>();

    /**
     * @param baseUrl begins the addresses of documents that do not say their own
     * @param language of documents that do not say theirs
     */
    DocumentReader(DocumentLimits limits, String baseUrl, String language) {
        this.limits = limits;
        this.baseUrl = baseUrl;
        this.language = language;
    }

    /** @throws DocumentRefused when it cannot be read, or is not to be, and why */
    synchronized DocumentContents read(DocumentFile file) {
        givenUp.values().removeIf(thread -> !thread.isAlive());
        if (givenUp.containsKey(key(file))) {
            throw DocumentRefused.passing("still keeps the thread busy that was given up");
        }
        if (givenUp.size() >= MOST_GIVEN_UP) {
            throw DocumentRefused.passing("waits for " + MOST_GIVEN_UP + " others that keep threads busy");
        }
        FutureTask<DocumentContents> reading = new FutureTask<>(() -> contents(file));
        Thread thread = THREADS.newThread(reading);
        // the libraries look for what they need through the thread's class loader
        thread.setContextClassLoader(DocumentReader.class.getClassLoader());
        thread.start();
        return awaited(file, reading, thread);
    }

    /** One that has changed is another. */
    private static String key(DocumentFile file) {
        return file.key() + " " + file.print();
    }

    private DocumentContents awaited(DocumentFile file, FutureTask<DocumentContents> reading, Thread thread) {
        try {
            return reading.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            reading.cancel(true);
            givenUp.put(key(file), thread);
            throw DocumentRefused.passing("takes longer to read than " + limits.time());
        } catch (InterruptedException stopping) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw DocumentRefused.passing("was not read to its end");
        } catch (ExecutionException failed) {
            throw refusal(failed.getCause());
        }
    }

    private static DocumentRefused refusal(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "A knowledge document cannot be read", cause);
        if (cause instanceof DocumentRefused told) {
            return told;
        }
        if (cause instanceof StackOverflowError) {
            return new DocumentRefused("is nested too deeply");
        }
        String why = "cannot be read: " + cause.getClass().getSimpleName();
        return cause instanceof Error ? DocumentRefused.passing(why) : new DocumentRefused(why);
    }

    private DocumentContents contents(DocumentFile file) throws IOException {
        byte[] bytes = bytes(file);
        if (bytes.length == 0) {
            throw new DocumentRefused("is empty");
        }
        DocumentContents contents = file.format().read(file.fileName(), bytes, baseUrl, limits.passages());
        if (contents.passages().isEmpty()) {
            throw new DocumentRefused("says nothing");
        }
        return file.placed(contents).named(file.name(), language);
    }

    private byte[] bytes(DocumentFile file) {
        if (file.bytes() > limits.bytes()) {
            throw tooLarge();
        }
        try (InputStream in = file.opening().open()) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE, limits.bytes() + 1L));
            if (bytes.length > limits.bytes()) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "A knowledge document cannot be opened", unreadable);
            throw DocumentRefused.passing(
                    "cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private DocumentRefused tooLarge() {
        return new DocumentRefused("is larger than " + limits.bytes() + " bytes");
    }
}
