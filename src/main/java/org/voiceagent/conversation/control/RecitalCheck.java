package org.voiceagent.conversation.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.voiceagent.answer.control.Recital;

/** Ends an answer that recites what the model was told, whoever has talked it into that. */
@Singleton
public class RecitalCheck implements SentenceCheck {

    private final Recital recital;

    @Inject
    RecitalCheck(Recital recital) {
        this.recital = recital;
    }

    @Override
    public Optional<String> check(String sentence) {
        return check(sentence, "");
    }

    @Override
    public Optional<String> check(String sentence, String before) {
        return recital.in(sentence, before) ? Optional.empty() : Optional.of(sentence);
    }
}
