package org.voiceagent.it;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many recordings sent at once. */
final class Uploads {

    /** The server may close the connection on a body it has refused, before the client has read the answer. */
    static final int CLOSED = 0;

    private final Calls calls;
    private final byte[] body;

    Uploads(Calls calls, byte[] body) {
        this.calls = calls;
        this.body = body;
    }

    /** How often each status came, or {@link #CLOSED}. */
    Map<Integer, Integer> inParallel(int count) throws InterruptedException, ExecutionException {
        String session = calls.session();
        ExecutorService visitors = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Integer>> uploads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                boolean chunked = i % 2 == 0;
                uploads.add(() -> status(session, chunked));
            }
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (Future<Integer> upload : visitors.invokeAll(uploads)) {
                statuses.merge(upload.get(), 1, Integer::sum);
            }
            return statuses;
        } finally {
            visitors.shutdownNow();
        }
    }

    private int status(String session, boolean chunked) throws InterruptedException {
        HttpRequest.BodyPublisher publisher = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = calls.inSession(session, "/transcribe")
                .header("Content-Type", "audio/wav")
                .POST(publisher);
        try {
            HttpResponse<String> answer = calls.send(request, BodyHandlers.ofString());
            return answer.statusCode();
        } catch (UncheckedIOException closed) {
            return CLOSED;
        }
    }
}
