package org.voiceagent.knowledge.entity;

import java.util.List;
import java.util.Optional;

/**
 * What is answered to a question, as an admin has said it.
 *
 * @param wordings other ways to ask the same
 * @param answer plain sentences
 * @param title of its source, as visitors read it; else they read the question
 * @param url where visitors can read more
 * @param language a BCP 47 tag
 */
public record AcceptedAnswer(
        String question,
        List<String> wordings,
        String answer,
        Optional<String> title,
        Optional<String> url,
        Optional<String> language) {

    public AcceptedAnswer {
        wordings = List.copyOf(wordings);
    }
}
