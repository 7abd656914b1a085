package org.voiceagent.transcription.control;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstSearchManager;
import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.LogMath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the words that explain the frames best. Serves one utterance at a time; building one takes half a second, so it
 * is built once and used again. The beams are half as wide as the library's own: with them it is four times faster and
 * mishears one word in a hundred more.
 */
final class SpeechSearch {

    private static final int BEAM = 4000;
    private static final double RELATIVE_BEAM = 1e-60;
    private static final int WORD_BEAM = 50;
    private static final double RELATIVE_WORD_BEAM = 1e-20;
    private static final float LANGUAGE_WEIGHT = 8;
    private static final double WORD_INSERTION = 0.5;
    private static final double SILENCE_INSERTION = 0.5;
    private static final double FILLER_INSERTION = 0.01;
    /** The library's unit is a ten-thousandth of a natural logarithm. */
    private static final double NATURAL = 1 / (double) LogMath.getLogMath().lnToLog(1f);

    private final FrameScorer scorer = new FrameScorer();
    private final SphinxLanguage language;
    private final WordPruningBreadthFirstSearchManager search;

    SpeechSearch(PhoneModel phones, SphinxLanguage language) {
        this.language = language;
        ActiveListFactory states = new PartitionActiveListFactory(BEAM, RELATIVE_BEAM);
        ActiveListFactory words = new PartitionActiveListFactory(WORD_BEAM, RELATIVE_WORD_BEAM);
        search = new WordPruningBreadthFirstSearchManager(
                linguist(phones, language),
                new SimplePruner(),
                scorer,
                new SimpleActiveListManager(List.of(states, words, words, states, states, states), false),
                false,
                RELATIVE_BEAM,
                0,
                false,
                false,
                0,
                0,
                false);
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
     * @param language natural logarithm of how likely the words are
     */
    record Path(List<String> words, double acoustic, double language) {}

    /** Without words when nothing was said. Ends early, with what was found so far, when the thread is interrupted. */
    Path best(List<Frame> frames) {
        scorer.listenTo(frames);
        search.startRecognition();
        Result result = search.recognize(Integer.MAX_VALUE);
        search.stopRecognition();
        Token end = result.getBestFinalToken() != null ? result.getBestFinalToken() : result.getBestToken();
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
        double acoustic = end == null ? 0 : end.getScore() * NATURAL - LANGUAGE_WEIGHT * likely - insertions;
        return new Path(words.stream().map(Word::getSpelling).toList(), acoustic, likely);
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
