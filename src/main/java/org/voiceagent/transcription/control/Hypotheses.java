package org.voiceagent.transcription.control;

import edu.cmu.sphinx.decoder.search.AlternateHypothesisManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The best few sequences of words an utterance may have held. Goes back from the end, always on along the way that is
 * best as a whole; what stands before a word is known exactly, so the sequences come in order.
 */
final class Hypotheses {

    /** Steps back; enough for some dozen sequences of a long question. */
    private static final int PATIENCE = 4000;

    private final AlternateHypothesisManager losers;
    private final PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparingDouble(way -> -way.whole));

    /** A way from a token on, its words read so far, to the end; at the beginning of all there is no token. */
    private record Way(Token token, List<String> words, double rest, double whole) {}

    /**
     * One sequence of words.
     *
     * @param score logarithm of its likelihood, only to be compared with others of the same utterance
     */
    record Hypothesis(List<String> words, double score) {}

    private Hypotheses(Result result) {
        losers = result.getAlternateHypothesisManager();
        for (Token end : result.getResultTokens()) {
            open.add(new Way(end, List.of(), 0, HypothesisSearch.score(end)));
        }
    }

    /** At most so many, different ones, the best first. */
    static List<Hypothesis> best(Result result, int most) {
        return new Hypotheses(result).found(most);
    }

    private List<Hypothesis> found(int most) {
        Map<List<String>, Hypothesis> found = new LinkedHashMap<>();
        for (int step = 0; step < PATIENCE && found.size() < most && !open.isEmpty(); step++) {
            Way way = open.poll();
            if (way.token == null) {
                found.putIfAbsent(way.words, new Hypothesis(way.words, way.whole));
            } else {
                goBack(way);
            }
        }
        return List.copyOf(found.values());
    }

    private void goBack(Way way) {
        Token token = way.token;
        List<String> words = token.isWord() ? with(token.getWord(), way.words) : way.words;
        double rest = way.rest + HypothesisSearch.step(token);
        goTo(token.getPredecessor(), words, rest);
        if (losers.hasAlternatePredecessors(token)) {
            losers.getAlternatePredecessors(token).forEach(loser -> goTo(loser, words, rest));
        }
    }

    private void goTo(Token before, List<String> words, double rest) {
        open.add(new Way(before, words, rest, rest + HypothesisSearch.score(before)));
    }

    private static List<String> with(Word word, List<String> rest) {
        if (word.isFiller()) {
            return rest;
        }
        List<String> words = new ArrayList<>(rest.size() + 1);
        words.add(word.getSpelling());
        words.addAll(rest);
        return List.copyOf(words);
    }
}
