package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;

/** A server with a small heap refuses what it cannot hold, before the JVM runs out of memory. */
class HeapPressureIT {

    private static final int PARALLEL = 24;
    private static final int ROUNDS = 3;
    private static final int RATE = 96_000;
    private static final Duration JUST_UNDER_10_MIB = Duration.ofSeconds(54);

    @Test
    void refuses_recordings_rather_than_run_out_of_memory() throws Exception {
        try (FakeUpstream fake = FakeUpstream.start().requireKey(Servers.KEY)) {
            fake.transcript("When are you open?");
            Map<String, String> environment = Map.of(
                    "OPENAI_API_KEY", Servers.KEY, "OPENAI_BASE_URL", fake.url().toString());
            try (Server server = Server.started("small", ServerSetup.slim(environment))) {
                Calls calls = Calls.to(server);
                Uploads uploads = new Uploads(calls, Wav.bytes(longQuestion()));
                Map<Integer, Integer> all = new HashMap<>();
                for (int round = 0; round < ROUNDS; round++) {
                    uploads.inParallel(PARALLEL).forEach((status, count) -> all.merge(status, count, Integer::sum));
                }
                assertTrue(Set.of(200, 413, 422, 503, Uploads.CLOSED).containsAll(all.keySet()), all.toString());
                assertTrue(all.getOrDefault(503, 0) > 0, all.toString());
                assertFalse(server.log().contains("OutOfMemoryError"), server.log());
                assertEquals(Map.of(200, 1), uploads.inParallel(1), "what was refused is taken later");
                assertEquals(
                        200, calls.ask(calls.session(), "When are you open?").statusCode());
            }
        }
    }

    private static AudioClip longQuestion() {
        short[] question = SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "When are you open on Saturday?")
                .resampledTo(RATE)
                .samples();
        short[] samples = new short[(int) (RATE * JUST_UNDER_10_MIB.toSeconds())];
        for (int at = 0; at + question.length <= samples.length; at += question.length) {
            System.arraycopy(question, 0, samples, at, question.length);
        }
        return new AudioClip(RATE, samples);
    }
}
