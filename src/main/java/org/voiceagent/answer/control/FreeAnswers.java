package org.voiceagent.answer.control;

import java.util.Optional;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.store.AnswerCache;

/**
 * Answers that cost nothing, for when the budget is spent: one that was given before, else the site's own words.
 *
 * @param cache empty when answers are not remembered
 */
public record FreeAnswers(Optional<AnswerCache> cache, EmbeddedAnswerModel siteWords) {

    /** See {@link AnswerModel#answer}. */
    public AnswerStream answer(AnswerRequest request) {
        return cache.flatMap(known -> known.known(request)).orElseGet(() -> siteWords.answer(request));
    }
}
