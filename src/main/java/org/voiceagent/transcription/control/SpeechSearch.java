package org.voiceagent.transcription.control;

import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.LogMath;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the words that explain the frames best. Serves one utterance at a time; building one takes half a second, so it
 * is built once and used again. The beams are narrower than the library's own, above all the one for ends of words; the
 * library's take several times real time, and find hardly better words. Narrower ones still lose right words.
 */
final class SpeechSearch {

    private static final int BEAM = 6000;
    private static final double RELATIVE_BEAM = 1e-70;
    private static final int WORD_BEAM = 100;
    private static final double RELATIVE_WORD_BEAM = 1e-30;
    /** What else may have been said is told as well; more would cost a search of the knowledge base each. */
    private static final int READINGS = 8;

    private static final float LANGUAGE_WEIGHT = 8;
    private static final double WORD_INSERTION = 0.5;
    private static final double SILENCE_INSERTION = 0.5;
    private static final double FILLER_INSERTION = 0.01;
    /** The library's unit is a ten-thousandth of a natural logarithm. */
    private static final double NATURAL = 1 / (double) LogMath.getLogMath().lnToLog(1f);

    private final FrameScorer scorer;
    private final SphinxLanguage language;
    private final HypothesisSearch search;

    SpeechSearch(Acoustics acoustics, SphinxLanguage language) {
        this.language = language;
        this.scorer = new FrameScorer(acoustics.loop());
        ActiveListFactory states = new PartitionActiveListFactory(BEAM, RELATIVE_BEAM);
        ActiveListFactory words = new PartitionActiveListFactory(WORD_BEAM, RELATIVE_WORD_BEAM);
        search = new HypothesisSearch(
                linguist(acoustics.phones(), language),
                scorer,
                new SimpleActiveListManager(List.of(states, words, words, states, states, states), false),
                RELATIVE_BEAM);
        search.allocate();
    }

    private static LexTreeLinguist linguist(PhoneModel phones, SphinxLanguage language) {
        return new LexTreeLinguist(
                phones,
                phones.units(),
                language,
                language,
                true,
                true,
                WORD_INSERTION,
                SILENCE_INSERTION,
                FILLER_INSERTION,
                1,
                LANGUAGE_WEIGHT,
                false,
                false,
                1,
                0);
    }

    /**
     * What was found.
     *
     * @param acoustic natural logarithm of how well the words explain the frames
     * @param phonetic the same for the best sequence of mere phones
     * @param language natural logarithm of how likely the words are
     * @param frames how many were heard
     * @param readings the words and what else may have been said, the likeliest first; their shares sum to 1
     */
    record Path(
            List<String> words,
            double acoustic,
            double phonetic,
            double language,
            int frames,
            List<Reading> readings) {}

    /** @param share how likely these words are among all that were nearly found */
    record Reading(List<String> words, double share) {}

    /** Without words when nothing was said. Ends early, with what was found so far, when the thread is interrupted. */
    Path best(List<Frame> frames) {
        scorer.listenTo(frames);
        search.startRecognition();
        Result result = search.recognize(Integer.MAX_VALUE);
        search.stopRecognition();
        Token end = result.getBestFinalToken() != null ? result.getBestFinalToken() : result.getBestToken();
        return end == null
                ? new Path(List.of(), 0, 0, 0, frames.size(), List.of())
                : path(end, readings(Hypotheses.best(result, READINGS)));
    }

    /** Neighbouring frames tell much the same, so a likelihood counts as little as it does against the language. */
    private static List<Reading> readings(List<Hypotheses.Hypothesis> hypotheses) {
        double[] weights = hypotheses.stream()
                .mapToDouble(one -> (one.score() - hypotheses.get(0).score()) * NATURAL / LANGUAGE_WEIGHT)
                .map(Math::exp)
                .toArray();
        double whole = Arrays.stream(weights).sum();
        return IntStream.range(0, weights.length)
                .mapToObj(at -> new Reading(hypotheses.get(at).words(), weights[at] / whole))
                .toList();
    }

    private Path path(Token end, List<Reading> readings) {
        Deque<Word> words = new ArrayDeque<>();
        int silences = 0;
        for (Token token = end; token != null; token = token.getPredecessor()) {
            if (token.isWord() && !token.getWord().isFiller()) {
                words.addFirst(token.getWord());
            } else if (token.isWord() && token.getWord().equals(language.getSilenceWord())) {
                silences++;
            }
        }
        double likely = likely(words);
        double insertions = words.size() * Math.log(WORD_INSERTION) + silences * Math.log(SILENCE_INSERTION);
        double acoustic = end.getScore() * NATURAL - LANGUAGE_WEIGHT * likely - insertions;
        List<String> spelt = words.stream().map(Word::getSpelling).toList();
        PhoneLoop.Walk walk = scorer.walk();
        return new Path(spelt, acoustic, walk.best(), likely, walk.frames(), readings);
    }

    private double likely(Deque<Word> words) {
        WordSequence sequence = new WordSequence(language.getSentenceStartWord());
        double sum = 0;
        for (Word word : words) {
            sequence = sequence.addWord(word, language.getMaxDepth());
            sum += language.getProbability(sequence);
        }
        sequence = sequence.addWord(language.getSentenceEndWord(), language.getMaxDepth());
        return (sum + language.getProbability(sequence)) * NATURAL;
    }
}
