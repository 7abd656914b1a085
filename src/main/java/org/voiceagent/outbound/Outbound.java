package org.voiceagent.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.voiceagent.outbound.OutboundFailure.Kind;
import org.voiceagent.outbound.OutboundStream.Answered;

/** Calls other servers. Safe for use by many threads; one for the whole application. */
public final class Outbound {

    private static final long IDLE_SECONDS = 5;

    private final OutboundSettings settings;
    private final Executor threads = threads();

    /** By connect limit, which the client fixes at its birth; each keeps connections for reuse. */
    private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

    public Outbound(OutboundSettings settings) {
        this.settings = settings;
    }

    public OutboundSettings settings() {
        return settings;
    }

    /**
     * Sends a request and waits for the answer's headers, whatever the status. Interrupting the thread cancels the
     * call.
     *
     * @param mostBytes of the body that will be read
     * @throws OutboundFailure when no answer comes
     */
    public OutboundStream open(OutboundRequest request, Limits limits, long mostBytes) {
        long deadline = System.nanoTime() + limits.whole().toNanos();
        IncomingBody body = new IncomingBody();
        HttpClient client = clients.computeIfAbsent(limits.connect(), this::client);
        CompletableFuture<HttpResponse<IncomingBody>> answer = client.sendAsync(http(request), head -> body);
        try {
            HttpResponse<IncomingBody> head = await(answer, limits);
            Answered answered = new Answered(head.statusCode(), head.headers(), body);
            return new OutboundStream(answered, limits.silence(), deadline, mostBytes);
        } catch (OutboundFailure failure) {
            // cancelling the future closes the connection; ending the body covers headers that came just now
            answer.cancel(true);
            body.end(failure);
            throw failure;
        }
    }

    private static HttpResponse<IncomingBody> await(
            CompletableFuture<HttpResponse<IncomingBody>> answer, Limits limits) {
        boolean wholeFirst = limits.whole().compareTo(limits.firstByte()) < 0;
        Duration wait = wholeFirst ? limits.whole() : limits.firstByte();
        try {
            return answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new OutboundFailure(wholeFirst ? Kind.WHOLE_TIMEOUT : Kind.FIRST_BYTE_TIMEOUT, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutboundFailure(Kind.CANCELLED, interrupted);
        } catch (ExecutionException failed) {
            throw new OutboundFailure(kind(failed.getCause()), failed.getCause());
        }
    }

    private static Kind kind(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return Kind.CONNECT_TIMEOUT;
        }
        if (cause instanceof ConnectException) {
            return Kind.UNREACHABLE;
        }
        if (cause instanceof IOException) {
            return Kind.BROKEN;
        }
        throw new IllegalStateException("the HTTP client failed", cause);
    }

    private static HttpRequest http(OutboundRequest request) {
        byte[] bytes = request.body();
        BodyPublisher body = bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.url()).method(request.method(), body);
        request.headers().forEach(builder::setHeader);
        if ("http".equals(request.url().getScheme())) {
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        return builder.build();
    }

    private HttpClient client(Duration connect) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads);
        settings.proxy().map(proxy -> ProxySelector.of(proxy)).ifPresent(builder::proxy);
        settings.trust().map(Trust::context).ifPresent(builder::sslContext);
        return builder.build();
    }

    private static Executor threads() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "outbound-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
