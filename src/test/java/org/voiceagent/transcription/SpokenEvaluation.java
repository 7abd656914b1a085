package org.voiceagent.transcription;

import java.util.List;
import java.util.Optional;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.transcription.control.EmbeddedTranscriber;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;

/** The embedded recogniser, with a clock that tells how long it listens to a second of speech. */
public final class SpokenEvaluation implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final EmbeddedTranscriber transcriber = new EmbeddedTranscriber(1, 0);
    private double heardSeconds;
    private double workedSeconds;

    /** @param texts what the knowledge base says */
    public SpokenEvaluation(List<String> texts) {
        transcriber.learn(texts);
    }

    public Optional<Transcript> hear(AudioClip utterance) {
        long start = System.nanoTime();
        Optional<Transcript> transcript = transcriber.transcribe(new Utterance(utterance, "en"));
        workedSeconds += (System.nanoTime() - start) / NANOS_PER_SECOND;
        heardSeconds += utterance.duration().toMillis() / 1000.0;
        return transcript;
    }

    public double realTimeFactor() {
        return workedSeconds / heardSeconds;
    }

    @Override
    public void close() {
        transcriber.close();
    }
}
