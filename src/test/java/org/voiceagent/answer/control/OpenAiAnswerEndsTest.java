package org.voiceagent.answer.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;
import org.voiceagent.upstream.Upstreams;

class OpenAiAnswerEndsTest {

    private static final AnswerRequest WHEN = new AnswerRequest("When?", 1, List.of(), List.of(), "en");

    /** The promise is 100 ms; a busy machine gets three times that. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final FakeUpstream fake =
            FakeUpstream.start().requireKey(Upstreams.KEY).answerTokens("We", " open", " at", " ten.");
    private final Upstreams upstreams = Upstreams.at(fake);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void upstream_cut_in_mid_stream_is_never_a_complete_response() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.cutAfter(3));
        try (AnswerStream stream = model().answer(WHEN)) {
            assertEquals(Optional.of("We"), stream.next());
            assertEquals(Optional.of(" open"), stream.next());
            assertEquals(
                    Kind.CUT, assertThrows(UpstreamProblem.class, stream::next).kind());
            assertTrue(stream.usage().output() > 0, "what was billed is estimated");
        }
        assertEquals(1, fake.calls().size(), "nothing is tried again once a visitor may have heard it");
    }

    @Test
    void upstream_cut_after_the_reason_to_finish_is_a_complete_response() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.cutAfter(6));
        assertEquals("We open at ten.", answer());
    }

    @Test
    void upstream_silent_after_the_reason_to_finish_is_a_complete_response() {
        upstreams.shortened("answer", "silence");
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(6));
        assertEquals("We open at ten.", answer());
    }

    @Test
    void closing_ends_a_waiting_reader_and_the_upstream_connection_at_once() throws Exception {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(2));
        AnswerStream stream = model().answer(WHEN);
        stream.next();
        CompletableFuture<Optional<String>> reader = CompletableFuture.supplyAsync(stream::next);
        long closedAt = System.nanoTime();
        stream.close();
        ExecutionException end = assertThrows(ExecutionException.class, () -> reader.get(10, TimeUnit.SECONDS));
        assertEquals(Kind.CANCELLED, ((UpstreamProblem) end.getCause()).kind());
        await().until(() -> fake.calls().get(0).cancelled());
        Duration after = fake.calls().get(0).cancelledAfter(closedAt);
        assertTrue(after.compareTo(AT_ONCE) < 0, "closed after " + after);
    }

    @Test
    void threads_are_back_to_base_after_faults() {
        upstreams.shortened("answer", "silence").shortened("answer", "first-byte");
        OpenAiAnswerModel model = model();
        for (int call = 0; call < 20; call++) {
            fake.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.malformedAfter(1), FakeUpstreamFault.cutAfter(1));
            assertThrows(UpstreamProblem.class, () -> drain(model.answer(WHEN)));
            assertThrows(UpstreamProblem.class, () -> drain(model.answer(WHEN)));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("outbound-")));
        assertConnectionsClosed();
    }

    private void assertConnectionsClosed() {
        await().until(() -> fake.openConnections() == 0);
    }

    private OpenAiAnswerModel model() {
        return new OpenAiAnswerModel(
                upstreams.stage("answer"), upstreams.settings(), InstantSource.system(), String::length);
    }

    private String answer() {
        return drain(model().answer(WHEN));
    }

    private static String drain(AnswerStream answer) {
        StringBuilder response = new StringBuilder();
        try (answer) {
            answer.next().ifPresent(response::append);
            for (Optional<String> delta = answer.next(); delta.isPresent(); delta = answer.next()) {
                response.append(delta.get());
            }
        }
        return response.toString();
    }
}
