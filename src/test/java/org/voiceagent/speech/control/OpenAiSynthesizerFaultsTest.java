package org.voiceagent.speech.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;
import org.voiceagent.upstream.StageFaults;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;

class OpenAiSynthesizerFaultsTest extends StageFaults {

    private static final SpeechRequest TEN = new SpeechRequest("We open at ten.", "default", SpeechFormat.PCM);

    OpenAiSynthesizerFaultsTest() {
        super("speech", FakeUpstream.SPEECH);
    }

    @Test
    void upstream_429_500_and_reset_are_tried_again_at_most_twice() {
        fake.failOnce(FakeUpstream.SPEECH, FakeUpstreamFault.reset(), FakeUpstreamFault.status(500));
        call();
        fake.failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.status(503));
        problem(Kind.UNAVAILABLE, 503);
        assertEquals(6, fake.calls().size());
    }

    @Test
    void upstream_silent_before_or_amid_the_sound_is_504() {
        upstreams.shortened("speech", "first-byte").shortened("speech", "silence");
        fake.failOnce(FakeUpstream.SPEECH, FakeUpstreamFault.silence(), FakeUpstreamFault.stallAfter(2));
        problem(Kind.TIMEOUT, 504);
        problem(Kind.TIMEOUT, 504);
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void upstream_cut_in_mid_stream_is_502_and_not_an_end() {
        fake.failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.cutAfter(2));
        problem(Kind.CUT, 502);
        assertEquals(1, fake.calls().size());
    }

    @Test
    void upstream_key_wrong_is_502_and_a_complaint() {
        upstreams.with("voice.speech.key", "sk-wrong");
        OpenAiSynthesizer synthesizer = synthesizer();
        assertEquals(
                Kind.REFUSED,
                assertThrows(UpstreamProblem.class, () -> synthesizer.synthesize(TEN))
                        .kind());
        assertTrue(synthesizer.complaint().orElseThrow().contains("voice.speech.key"));
    }

    @Override
    protected void call() {
        try (SpeechStream stream = synthesizer().synthesize(TEN)) {
            byte[] buffer = new byte[4096];
            while (stream.read(buffer) >= 0) {
                // what it sounds like has tests of its own
            }
        }
    }

    private OpenAiSynthesizer synthesizer() {
        return new OpenAiSynthesizer(upstreams.stage("speech"), upstreams.settings());
    }
}
