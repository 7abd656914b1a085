package org.voiceagent.knowledge.entity;

import java.util.List;

/**
 * A passage found for a question.
 *
 * @param quotes the sentences of the passage that answer the question best, in the order of the text; two of the best
 *     passage, one of any other
 * @param relevance how well it answers the question, 0 to 1
 */
public record Finding(Passage passage, List<String> quotes, double relevance) {

    public Finding {
        quotes = List.copyOf(quotes);
    }
}
