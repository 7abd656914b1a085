package org.voiceagent.transcription.control;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and their probabilities in the library's shape. One for each recogniser: it remembers what it computed. */
final class SphinxLanguage implements LanguageModel, Dictionary {

    private static final int LONGEST = 3;
    private static final int REMEMBERED = 1 << 16;
    private static final Unit[] SILENCE = {UnitManager.SILENCE};

    private final WordModel model;
    private final Map<String, Word> words = new HashMap<>();
    private final Word[] fillers;
    private final long[] keys = new long[REMEMBERED];
    private final float[] logarithms = new float[REMEMBERED];

    SphinxLanguage(WordModel model, Map<String, List<String>> pronunciations, UnitManager units) {
        this.model = model;
        for (int number = 2; number < model.vocabulary().size(); number++) {
            String spelling = model.vocabulary().word(number);
            Pronunciation[] ways = pronunciations.get(spelling).stream()
                    .map(phones -> new Pronunciation(units(phones, units), "", 1f))
                    .toArray(Pronunciation[]::new);
            words.put(spelling, new Numbered(spelling, ways, number, false));
        }
        mark(SENTENCE_START_SPELLING, Vocabulary.START);
        mark(SENTENCE_END_SPELLING, Vocabulary.END);
        mark(SILENCE_SPELLING, -1);
        fillers = new Word[] {getSentenceStartWord(), getSentenceEndWord(), getSilenceWord()};
    }

    private static Unit[] units(String phones, UnitManager units) {
        return List.of(phones.split(" ")).stream()
                .map(phone -> units.getUnit(phone, false))
                .toArray(Unit[]::new);
    }

    private void mark(String spelling, int number) {
        Pronunciation[] silence = {new Pronunciation(SILENCE, "", 1f)};
        words.put(spelling, new Numbered(spelling, silence, number, true));
    }

    @Override
    public float getProbability(WordSequence sequence) {
        int size = sequence.size();
        int word = number(sequence, size - 1);
        if (size == 1) {
            return log(model.probability(word));
        }
        int before = number(sequence, size - 2);
        if (size == 2) {
            return log(model.probability(before, word));
        }
        int beforeThat = number(sequence, size - 3);
        long key = NgramTable.key(beforeThat, before, word);
        int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (REMEMBERED - 1);
        if (keys[place] != key) {
            keys[place] = key;
            logarithms[place] = log(model.probability(beforeThat, before, word));
        }
        return logarithms[place];
    }

    private static int number(WordSequence sequence, int place) {
        return ((Numbered) sequence.getWord(place)).number;
    }

    private static float log(double probability) {
        return LogMath.getLogMath().linearToLog(probability);
    }

    @Override
    public float getSmear(WordSequence sequence) {
        return 0;
    }

    @Override
    public Set<String> getVocabulary() {
        return words.keySet();
    }

    @Override
    public int getMaxDepth() {
        return LONGEST;
    }

    @Override
    public void onUtteranceEnd() {
        // What was computed stays true for the next utterance.
    }

    @Override
    public Word getWord(String spelling) {
        return words.get(spelling);
    }

    @Override
    public Word getSentenceStartWord() {
        return words.get(SENTENCE_START_SPELLING);
    }

    @Override
    public Word getSentenceEndWord() {
        return words.get(SENTENCE_END_SPELLING);
    }

    @Override
    public Word getSilenceWord() {
        return words.get(SILENCE_SPELLING);
    }

    @Override
    public Word[] getFillerWords() {
        return fillers.clone();
    }

    @Override
    public void allocate() {
        // Complete from its construction on.
    }

    @Override
    public void deallocate() {
        // Holds nothing but memory.
    }

    @Override
    public void newProperties(PropertySheet properties) {
        throw new UnsupportedOperationException("Built by its constructor");
    }

    private static final class Numbered extends Word {

        private final int number;

        private Numbered(String spelling, Pronunciation[] pronunciations, int number, boolean filler) {
            super(spelling, pronunciations, filler);
            this.number = number;
            for (Pronunciation pronunciation : pronunciations) {
                pronunciation.setWord(this);
            }
        }
    }
}
