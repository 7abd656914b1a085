package org.voiceagent.conversation.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.redaction.Redaction;

/**
 * What of a visitor's words may be remembered. The engines of the turn itself get all of them; its map entries, its row and
 * all later prompts do not. A response is the gate's business.
 */
@Singleton
public class KeptQuestions {

    private final Redaction redaction;

    @Inject
    KeptQuestions(Config config) {
        this(new Settings(config));
    }

    KeptQuestions(Settings settings) {
        redaction = Redaction.of(settings, "voice.memory.redact").and(settings, "voice.memory.redact-pattern");
    }

    Turn of(Turn turn) {
        return turn.asked(redaction.of(turn.question()));
    }

    /** For telling the turn again; it will be searched for by its text alone. */
    Question of(Question question) {
        String kept = redaction.of(question.text());
        return kept.equals(question.text()) ? question : new Question(kept, question.confidence());
    }
}
