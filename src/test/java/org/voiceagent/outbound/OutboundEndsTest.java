package org.voiceagent.outbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.outbound.OutboundFailure.Kind;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;

class OutboundEndsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Limits PATIENT = new Limits(LONG, LONG, LONG, LONG);

    /** The promise is 100 ms; a busy machine gets three times that. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final FakeUpstream fake = FakeUpstream.start();
    private final ChatCalls calls = new ChatCalls(fake);
    private final Outbound outbound = new Outbound(OutboundSettings.DIRECT);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void passing_each_limit_says_which_and_closes_the_connection() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.silence());
        assertEquals(Kind.FIRST_BYTE_TIMEOUT, calls.failureOf(new Limits(LONG, SHORT, LONG, LONG)));
        assertEquals(Kind.WHOLE_TIMEOUT, calls.failureOf(new Limits(LONG, LONG, LONG, SHORT)));
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(2));
        assertEquals(Kind.SILENCE_TIMEOUT, calls.failureOf(new Limits(LONG, LONG, SHORT, LONG)));
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.slowLoris(20));
        assertEquals(Kind.WHOLE_TIMEOUT, calls.failureOf(new Limits(LONG, LONG, LONG, SHORT)));
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void passing_the_limit_for_connecting_says_so() throws IOException {
        // a full queue of waiting connections: the kernel answers no more of them
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertTrue(first.isConnected() && second.isConnected());
            URI url = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
            Limits limits = new Limits(SHORT, LONG, LONG, LONG);
            OutboundFailure failure = assertThrows(
                    OutboundFailure.class,
                    () -> outbound.open(OutboundRequest.get(url, Map.of()), limits, ChatCalls.ENOUGH));
            assertEquals(Kind.CONNECT_TIMEOUT, failure.kind());
        }
    }

    @Test
    void a_body_over_the_cap_is_given_up() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.huge(50));
        assertEquals(Kind.TOO_LARGE, calls.failureOf(PATIENT));
        await().until(() -> fake.openConnections() == 0);
        assertTrue(fake.calls().get(0).cancelled());
    }

    @Test
    void closing_ends_a_waiting_read_and_the_connection_at_once() throws Exception {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(1));
        OutboundStream stream = calls.open(PATIENT);
        stream.read(new byte[1000]);
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> stream.read(new byte[1000]));
        long closedAt = System.nanoTime();
        stream.close();
        ExecutionException ended = assertThrows(ExecutionException.class, () -> reader.get(10, TimeUnit.SECONDS));
        Duration took = Duration.ofNanos(System.nanoTime() - closedAt);
        assertEquals(Kind.CANCELLED, ((OutboundFailure) ended.getCause()).kind());
        assertTrue(took.compareTo(AT_ONCE) < 0, "reader released after " + took);
        await().until(() -> fake.calls().get(0).cancelled());
        Duration noticed = fake.calls().get(0).cancelledAfter(closedAt);
        assertTrue(noticed.compareTo(AT_ONCE) < 0, "upstream closed after " + noticed);
    }

    @Test
    void an_interrupt_ends_the_wait_for_the_headers_and_the_connection_at_once() throws Exception {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.silence());
        assertEndedByInterrupt();
    }

    @Test
    void an_interrupt_ends_a_waiting_read_and_the_connection_at_once() throws Exception {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(1));
        assertEndedByInterrupt();
    }

    private void assertEndedByInterrupt() throws Exception {
        CompletableFuture<Kind> end = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            Kind kind = calls.failureOf(PATIENT);
            // the thread must still know that it was interrupted
            end.complete(Thread.currentThread().isInterrupted() ? kind : Kind.BROKEN);
        });
        caller.start();
        await().until(() -> fake.calls().size() == 1);
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        long interruptedAt = System.nanoTime();
        caller.interrupt();
        assertEquals(Kind.CANCELLED, end.get(10, TimeUnit.SECONDS));
        await().until(() -> fake.calls().get(0).cancelled());
        Duration noticed = fake.calls().get(0).cancelledAfter(interruptedAt);
        assertTrue(noticed.compareTo(AT_ONCE) < 0, "upstream closed after " + noticed);
    }
}
