package org.voiceagent.answer.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;
import org.voiceagent.upstream.LogLines;
import org.voiceagent.upstream.UpstreamErrors;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;
import org.voiceagent.upstream.Upstreams;

class OpenAiAnswerFaultsTest {

    private static final AnswerRequest WHEN = new AnswerRequest("When?", 1, List.of(), List.of(), "en");
    private final FakeUpstream fake =
            FakeUpstream.start().requireKey(Upstreams.KEY).answerTokens("We", " open", " at", " ten.");
    private final Upstreams upstreams = Upstreams.at(fake);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void upstream_429_500_and_reset_are_tried_again_at_most_twice() {
        fake.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.status(429, "1"), FakeUpstreamFault.reset());
        assertEquals("We open at ten.", answer());
        assertEquals(3, fake.calls().size());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofMillis(400)), upstreams.pauses());
    }

    @Test
    void upstream_429_for_good_is_503_with_retry_after() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.status(429, "2"));
        UpstreamProblem problem = problem(Kind.UNAVAILABLE, 503);
        assertEquals(Optional.of(Duration.ofSeconds(2)), problem.retryAfter());
        assertEquals(3, fake.calls().size());
    }

    @Test
    void upstream_500_for_good_is_502() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.status(500));
        problem(Kind.FAILED, 502);
        assertEquals(3, fake.calls().size());
    }

    @Test
    void upstream_connection_reset_for_good_is_502() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.reset());
        problem(Kind.FAILED, 502);
        assertEquals(3, fake.calls().size());
    }

    @Test
    void upstream_that_is_not_there_is_503() {
        fake.close();
        assertTrue(problem(Kind.UNAVAILABLE, 503).retryAfter().isPresent());
        assertEquals(2, upstreams.pauses().size());
    }

    @Test
    void upstream_silent_is_504_and_not_tried_again() {
        upstreams.shortened("answer", "first-byte");
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.silence());
        problem(Kind.TIMEOUT, 504);
        assertEquals(1, fake.calls().size());
        assertConnectionsClosed();
    }

    @Test
    void upstream_silent_in_mid_stream_is_504() {
        upstreams.shortened("answer", "silence");
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(2));
        problem(Kind.TIMEOUT, 504);
        assertConnectionsClosed();
    }

    @Test
    void upstream_slow_loris_is_504() {
        upstreams.shortened("answer", "whole");
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.slowLoris(20));
        problem(Kind.TIMEOUT, 504);
        assertConnectionsClosed();
    }

    @Test
    void upstream_malformed_event_or_error_event_is_502() {
        fake.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.malformedAfter(2));
        problem(Kind.MALFORMED, 502);
        fake.failOnce(FakeUpstream.CHAT, FakeUpstreamFault.errorEventAfter(2));
        problem(Kind.FAILED, 502);
        assertEquals(2, fake.calls().size());
    }

    @Test
    void upstream_html_is_502() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.html());
        problem(Kind.MALFORMED, 502);
    }

    @Test
    void upstream_50_mb_is_502_and_not_read_whole() {
        fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.huge(50));
        problem(Kind.MALFORMED, 502);
        await().until(() -> fake.calls().get(0).cancelled());
    }

    @Test
    void upstream_redirect_is_502_and_the_key_does_not_follow_it() {
        try (FakeUpstream elsewhere = FakeUpstream.start()) {
            fake.failAlways(FakeUpstream.CHAT, FakeUpstreamFault.redirect(elsewhere.url() + "/chat/completions"));
            problem(Kind.MALFORMED, 502);
            assertEquals(List.of(), elsewhere.calls());
        }
    }

    @Test
    void upstream_key_wrong_is_502_one_log_line_and_a_complaint_but_never_the_key() {
        LogLines log = LogLines.of(UpstreamErrors.class);
        log.start();
        upstreams.with("openai.api.key", "sk-wrong");
        OpenAiAnswerModel model = model();
        for (int call = 0; call < 3; call++) {
            UpstreamProblem problem = assertThrows(UpstreamProblem.class, () -> model.answer(WHEN));
            assertEquals(502, problem.status());
            assertFalse((problem + problem.detail()).contains("sk-"), problem.toString());
        }
        log.stop();
        assertEquals(1, log.count(), log.text());
        assertFalse(log.text().contains("sk-"), log.text());
        assertTrue(model.complaint().orElseThrow().contains("voice.answer.key"));
        assertEquals(3, fake.calls().size(), "a wrong key is not tried again");
    }

    private UpstreamProblem problem(Kind kind, int status) {
        UpstreamProblem problem = assertThrows(UpstreamProblem.class, this::answer);
        assertEquals(kind, problem.kind());
        assertEquals(status, problem.status());
        return problem;
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
