package org.voiceagent.transcription.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;
import org.voiceagent.upstream.StageFaults;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;

class OpenAiTranscriberFaultsTest extends StageFaults {

    private static final Utterance SECOND = new Utterance(new AudioClip(16_000, new short[16_000]), "en-GB");

    OpenAiTranscriberFaultsTest() {
        super("transcription", FakeUpstream.TRANSCRIPTIONS);
    }

    @Test
    void upstream_429_and_500_are_tried_again_at_most_twice() {
        fake.failOnce(FakeUpstream.TRANSCRIPTIONS, FakeUpstreamFault.status(429, "1"), FakeUpstreamFault.status(500));
        assertTrue(transcribe().isPresent());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofMillis(400)), upstreams.pauses());
        fake.failAlways(FakeUpstream.TRANSCRIPTIONS, FakeUpstreamFault.status(503, "30"));
        assertEquals(
                Optional.of(Duration.ofSeconds(30)),
                problem(Kind.UNAVAILABLE, 503).retryAfter());
        assertEquals(4, fake.calls().size());
    }

    @Test
    void upstream_connection_reset_is_sent_three_times_at_most() {
        fake.failOnce(FakeUpstream.TRANSCRIPTIONS, FakeUpstreamFault.reset());
        assertTrue(transcribe().isPresent());
        fake.failAlways(FakeUpstream.TRANSCRIPTIONS, FakeUpstreamFault.reset());
        int before = fake.calls().size();
        problem(Kind.FAILED, 502);
        assertTrue(fake.calls().size() - before <= 3, "sent " + (fake.calls().size() - before));
    }

    @Test
    void upstream_that_is_not_there_is_503() {
        fake.close();
        assertTrue(problem(Kind.UNAVAILABLE, 503).retryAfter().isPresent());
    }

    @Test
    void upstream_silent_before_or_amid_the_answer_is_504() {
        upstreams.shortened("transcription", "first-byte");
        fake.failOnce(FakeUpstream.TRANSCRIPTIONS, FakeUpstreamFault.silence(), FakeUpstreamFault.stallAfter(0));
        problem(Kind.TIMEOUT, 504);
        problem(Kind.TIMEOUT, 504);
        assertEquals(2, fake.calls().size(), "a timeout is not tried again");
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void upstream_cut_in_mid_answer_is_502() {
        fake.failAlways(FakeUpstream.TRANSCRIPTIONS, FakeUpstreamFault.cutAfter(0));
        problem(Kind.CUT, 502);
    }

    @Test
    void upstream_key_wrong_is_502_and_a_complaint() {
        upstreams.with("voice.transcription.key", "sk-wrong");
        OpenAiTranscriber transcriber = transcriber();
        UpstreamProblem problem = assertThrows(UpstreamProblem.class, () -> transcriber.transcribe(SECOND));
        assertEquals(Kind.REFUSED, problem.kind());
        assertFalse(problem.toString().contains("sk-"), problem.toString());
        assertTrue(transcriber.complaint().orElseThrow().contains("voice.transcription.key"));
    }

    private OpenAiTranscriber transcriber() {
        return new OpenAiTranscriber(upstreams.stage("transcription"), () -> "");
    }

    @Override
    protected void call() {
        transcribe();
    }

    private Optional<Transcript> transcribe() {
        return transcriber().transcribe(SECOND);
    }
}
