package org.voiceagent.speech.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.configuration.Settings;
import org.voiceagent.knowledge.entity.AnswerAccepted;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/**
 * Has an accepted answer spoken before anybody asks, on the member that has accepted it, so that its sentences are in the cache
 * of all. One after the other on a thread of its own: visitors come first. What fails is spoken when it is asked for.
 */
@ApplicationScoped
public class SpeechAhead {

    private static final Logger LOG = Logger.getLogger(SpeechAhead.class.getName());
    private static final String METRIC = "voice_agent_speech_ahead";
    private static final String RESULT = "result";
    private static final Tag MADE = new Tag(RESULT, "made");
    private static final Tag FAILED = new Tag(RESULT, "failed");
    private static final int PIECE_BYTES = 8192;

    /** Stands before a sentence that is not the first: only a first one is begun with its first clause. */
    private static final String BEFORE = "Yes. ";

    @Inject
    private Synthesizer synthesizer;

    @Inject
    private Config config;

    @Inject
    private MetricRegistry registry;

    private final Rounds rounds = new Rounds("voice-agent-speech-ahead", Set.of());

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        registry.counter(METRIC, MADE);
        registry.counter(METRIC, FAILED);
    }

    void speak(@Observes AnswerAccepted answer) {
        if (new Settings(config).flag("voice.cache.enabled")) {
            rounds.now(() -> speakAll(pieces(answer.sentences())));
        }
    }

    /** All that may be spoken at once of it, whichever of its sentences an answer begins with. */
    static Set<String> pieces(List<String> sentences) {
        Set<String> pieces = new LinkedHashSet<>();
        for (String sentence : sentences) {
            pieces.addAll(SentenceSplitter.split(sentence));
        }
        for (String sentence : sentences) {
            List<String> later = SentenceSplitter.split(BEFORE + sentence);
            pieces.addAll(later.subList(Math.min(1, later.size()), later.size()));
        }
        return pieces;
    }

    private void speakAll(Set<String> pieces) {
        List<RuntimeException> failures = new ArrayList<>();
        for (String piece : pieces) {
            try {
                speak(piece);
                registry.counter(METRIC, MADE).inc();
            } catch (RuntimeException failure) {
                registry.counter(METRIC, FAILED).inc();
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    failures.get(0),
                    () -> failures.size() + " of " + pieces.size()
                            + " sentences of an accepted answer are not spoken ahead, but when somebody asks");
        }
    }

    private void speak(String piece) {
        SpeechRequest request = new SpeechRequest(piece, Delivery.DEFAULT, SpeechFormat.PCM);
        byte[] buffer = new byte[PIECE_BYTES];
        try (SpeechStream speech = synthesizer.synthesize(request)) {
            int count;
            do {
                // what is read to its end is remembered
                count = speech.read(buffer);
            } while (count >= 0);
        }
    }

    @PreDestroy
    void stop() {
        rounds.stop();
    }
}
