package org.voiceagent.answer.control;

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

    /** From here on an answer to typed words is given: the probability that it is the right one. */
    private static final double SURE = 0.4;

    /** The same for words a recogniser heard: what it misheard as words of the site looks too likely. */
    private static final double SURE_OF_HEARD = 0.5;

    /** From here on the agent asks back: the probability that the best excerpt is meant. */
    private static final double IN_DOUBT = 0.2;

    /** A second excerpt as likely as this is told as well. */
    private static final double ALSO_LIKELY = 0.03;

    private static final int MOST_EXCERPTS = 2;

    /** More is hard to listen to. */
    private static final int MOST_SENTENCES = 3;

    /**
     * How much a transcription that is not sure of itself at all takes from the probability. Not more, because what else
     * may have been said has already been searched for.
     */
    private static final double MISHEARING = 0.3;

    @Override
    public AnswerStream answer(AnswerRequest request) {
        AnswerStream whole = whole(request);
        return request.begun().isEmpty() ? whole : PreparedAnswer.rest(whole, request.begun());
    }

    private static AnswerStream whole(AnswerRequest request) {
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

    private static AnswerStream judged(AnswerRequest request) {
        double trust = trust(request);
        List<Excerpt> likely = likely(request.excerpts());
        double certainty =
                trust * likely.stream().mapToDouble(Excerpt::relevance).sum();
        if (certainty >= (request.confidence() < 1 ? SURE_OF_HEARD : SURE)) {
            return quoted(likely);
        }
        return likely.stream()
                .findFirst()
                .filter(best -> trust * best.relevance() >= IN_DOUBT)
                .map(EmbeddedAnswerModel::askedBack)
                .orElseGet(EmbeddedAnswerModel::unknown);
    }

    /** Whether the site's words are so unlikely to hold the answer that this engine would not even ask back. */
    static boolean nothingFits(AnswerRequest request) {
        double all = request.excerpts().stream().mapToDouble(Excerpt::relevance).sum();
        return trust(request) * all < IN_DOUBT;
    }

    private static double trust(AnswerRequest request) {
        return 1 - MISHEARING * (1 - request.confidence());
    }

    /** The best excerpt, and another that may well be the right one: saying it too beats guessing. */
    private static List<Excerpt> likely(List<Excerpt> excerpts) {
        return excerpts.stream()
                .limit(MOST_EXCERPTS)
                .filter(excerpt -> excerpt.relevance() >= ALSO_LIKELY)
                .toList();
    }

    private static AnswerStream confirmed(AnswerRequest request, String askedBack) {
        return request.excerpts().stream()
                .filter(excerpt -> EmbeddedAnswerTexts.askedFor(excerpt.title(), askedBack))
                .findFirst()
                .map(excerpt -> quoted(List.of(excerpt)))
                .orElseGet(EmbeddedAnswerModel::unknown);
    }

    private static AnswerStream quoted(List<Excerpt> excerpts) {
        List<String> sentences = excerpts.stream()
                .flatMap(excerpt -> excerpt.quotes().stream())
                .limit(MOST_SENTENCES)
                .toList();
        return new PreparedAnswer(sentences, excerpts);
    }

    private static AnswerStream askedBack(Excerpt excerpt) {
        return new PreparedAnswer(List.of(EmbeddedAnswerTexts.didYouMean(excerpt.title())), List.of());
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
