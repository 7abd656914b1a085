package org.voiceagent.conversation.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/** What every sentence passes between the answer and the voice. */
@Singleton
public class SentenceGate {

    private final List<SentenceCheck> checks;
    private final String instead;

    @Inject
    SentenceGate(@Any Instance<SentenceCheck> checks, Config config) {
        this(checks.stream().toList(), new Settings(config).text("voice.gate.instead"));
    }

    SentenceGate(List<SentenceCheck> checks, String instead) {
        this.checks = List.copyOf(checks);
        this.instead = instead;
    }

    /**
     * @param before what was told of the answer before
     * @return what may be said of the sentence; empty when the answer ends there
     */
    Optional<String> pass(String sentence, String before) {
        Optional<String> left = Optional.of(sentence);
        for (SentenceCheck check : checks) {
            left = left.flatMap(allowed -> check.check(allowed, before));
        }
        return left;
    }

    /** What is said where an answer is ended. */
    String instead() {
        return instead;
    }
}
