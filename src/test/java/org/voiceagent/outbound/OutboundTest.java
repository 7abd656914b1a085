package org.voiceagent.outbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.outbound.OutboundFailure.Kind;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;

class OutboundTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Limits PATIENT = new Limits(LONG, LONG, LONG, LONG);
    private final FakeUpstream fake = FakeUpstream.start();
    private final ChatCalls calls = new ChatCalls(fake);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void brings_status_headers_and_the_whole_body() {
        try (OutboundStream stream = calls.open(PATIENT)) {
            assertEquals(200, stream.status());
            assertEquals("text/event-stream", stream.header("content-type").orElseThrow());
            String body = new String(stream.readAtMost(100_000), StandardCharsets.UTF_8);
            assertTrue(body.endsWith("data: [DONE]\n\n"), body);
            assertEquals(-1, stream.read(new byte[8]));
        }
    }

    @Test
    void small_buffers_read_the_same_bytes() {
        try (OutboundStream large = calls.open(PATIENT);
                OutboundStream small = calls.open(PATIENT)) {
            byte[] whole = large.readAtMost(100_000);
            byte[] pieces = new byte[whole.length];
            byte[] buffer = new byte[7];
            int length = 0;
            for (int count = small.read(buffer); count >= 0; count = small.read(buffer)) {
                System.arraycopy(buffer, 0, pieces, length, count);
                length += count;
            }
            assertArrayEquals(whole, pieces);
        }
    }

    @Test
    void connections_are_used_again() {
        calls.open(PATIENT).readAtMost(100_000);
        calls.open(PATIENT).readAtMost(100_000);
        assertEquals(1, fake.openConnections());
    }

    @Test
    void plain_http_is_not_asked_to_upgrade() {
        calls.open(PATIENT).close();
        assertTrue(fake.calls().get(0).header("upgrade").isEmpty());
    }

    @Test
    void a_broken_connection_is_told_from_one_that_never_was() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.reset());
        assertEquals(Kind.BROKEN, calls.failureOf(PATIENT));
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.cutAfter(2));
        assertEquals(Kind.BROKEN, calls.failureOf(PATIENT));
        fake.close();
        assertEquals(Kind.UNREACHABLE, calls.failureOf(PATIENT));
    }

    @Test
    void what_came_before_the_cut_is_still_read() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.cutAfter(2));
        try (OutboundStream stream = calls.open(PATIENT)) {
            await().until(() -> fake.openConnections() == 0);
            assertTrue(stream.read(new byte[1000]) > 0);
        }
    }

    @Test
    void closing_twice_or_after_the_end_does_nothing() {
        OutboundStream stream = calls.open(PATIENT);
        stream.readAtMost(100_000);
        stream.close();
        stream.close();
        assertEquals(1, fake.openConnections());
    }

    @Test
    void redirects_are_answers_and_not_followed() {
        try (FakeUpstream elsewhere = FakeUpstream.start()) {
            fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.redirect(elsewhere.url() + "/chat/completions"));
            assertEquals(307, calls.open(PATIENT).status());
            assertEquals(0, elsewhere.calls().size());
        }
    }

    @Test
    void a_request_never_shows_its_headers_or_query() {
        URI url = URI.create("https://example.com/v1?code=hidden");
        String shown =
                OutboundRequest.get(url, Map.of("Authorization", "secret")).toString();
        assertFalse(shown.contains("secret") || shown.contains("hidden"), shown);
    }
}
