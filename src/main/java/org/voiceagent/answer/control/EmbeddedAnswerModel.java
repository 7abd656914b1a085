package org.voiceagent.answer.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;

/**
 * Answers without an upstream, in the site's own words: it quotes the sentences that fit the question best. It says so
 * when it does not know, and asks back when it is in doubt.
 */
public final class EmbeddedAnswerModel implements AnswerModel {

    /** From here on an answer is given: the probability that it is the right one. */
    private static final double SURE = 0.45;

    /** From here on the agent asks back. */
    private static final double IN_DOUBT = 0.25;

    /** A second excerpt as likely as this is told as well. */
    private static final double ALSO_LIKELY = 0.12;

    /** How much a transcription that is not sure of itself at all takes from the probability. */
    private static final double MISHEARING = 0.3;

    private static final int MOST_SENTENCES = 2;
    private static final int MOST_SENTENCES_OF_SECOND = 1;

    private final SentenceChoice choice = new SentenceChoice();

    @Override
    public AnswerStream answer(AnswerRequest request) {
        Optional<Message> last = lastResponse(request);
        if (last.isPresent() && EmbeddedAnswerTexts.askedBack(last.get().content())) {
            if (EmbeddedAnswerTexts.declines(request.question())) {
                return new PreparedAnswer(EmbeddedAnswerTexts.DECLINED, List.of());
            }
            if (EmbeddedAnswerTexts.agrees(request.question())) {
                return confirmed(request, last.get().content());
            }
        }
        return judged(request);
    }

    private AnswerStream judged(AnswerRequest request) {
        double trust = 1 - MISHEARING * (1 - request.confidence());
        List<Excerpt> likely = likely(request.excerpts());
        double certainty =
                trust * likely.stream().mapToDouble(Excerpt::relevance).sum();
        if (certainty >= SURE) {
            return quoted(request.question(), likely);
        }
        double known = trust
                * request.excerpts().stream().mapToDouble(Excerpt::relevance).sum();
        return known >= IN_DOUBT
                ? new PreparedAnswer(
                        List.of(EmbeddedAnswerTexts.didYouMean(
                                request.excerpts().get(0).title())),
                        List.of())
                : unknown();
    }

    /** The best excerpt, and the second where it is nearly as good: saying both beats guessing. */
    private static List<Excerpt> likely(List<Excerpt> excerpts) {
        List<Excerpt> likely = new ArrayList<>(excerpts.subList(0, Math.min(1, excerpts.size())));
        if (excerpts.size() > 1 && excerpts.get(1).relevance() >= ALSO_LIKELY) {
            likely.add(excerpts.get(1));
        }
        return likely;
    }

    private AnswerStream confirmed(AnswerRequest request, String askedBack) {
        String before = request.history().stream()
                .filter(message -> message.role() == Message.Role.USER)
                .reduce((first, second) -> second)
                .map(Message::content)
                .orElse(request.question());
        return request.excerpts().stream()
                .filter(excerpt -> EmbeddedAnswerTexts.askedFor(excerpt.title(), askedBack))
                .findFirst()
                .map(excerpt -> quoted(before, List.of(excerpt)))
                .orElseGet(EmbeddedAnswerModel::unknown);
    }

    private AnswerStream quoted(String question, List<Excerpt> excerpts) {
        List<String> sentences = new ArrayList<>();
        for (Excerpt excerpt : excerpts) {
            int most = sentences.isEmpty() ? MOST_SENTENCES : MOST_SENTENCES_OF_SECOND;
            sentences.addAll(choice.choose(question, excerpt.text(), most));
        }
        return new PreparedAnswer(sentences, excerpts);
    }

    private static AnswerStream unknown() {
        return new PreparedAnswer(EmbeddedAnswerTexts.UNKNOWN, List.of());
    }

    private static Optional<Message> lastResponse(AnswerRequest request) {
        List<Message> history = request.history();
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1))
                        .filter(message -> message.role() == Message.Role.ASSISTANT);
    }

    @Override
    public String engine() {
        return "embedded";
    }

    @Override
    public boolean ready() {
        return true;
    }
}
