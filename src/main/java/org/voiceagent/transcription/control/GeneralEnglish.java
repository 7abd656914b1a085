package org.voiceagent.transcription.control;

import java.util.Arrays;
import java.util.Map;

/**
 * How likely a word follows two others in general English, given that it is one of a vocabulary: the general model's
 * figures divided by what the vocabulary as a whole gets, so that they sum to one for every history.
 */
final class GeneralEnglish {

    /** For words general English does not have, as product names: rarer than its rarest. */
    private static final double UNKNOWN = 4e-7;

    private final double[] single;
    private final double[] backoff;
    private final NgramTable pairs;
    private final NgramTable triples;

    GeneralEnglish(EnglishNgrams english, Vocabulary vocabulary) {
        single = new double[vocabulary.size()];
        backoff = new double[vocabulary.size()];
        Arrays.fill(single, UNKNOWN);
        Arrays.fill(backoff, 1);
        for (Map.Entry<String, double[]> word : english.unigrams(vocabulary).entrySet()) {
            int number = vocabulary.number(word.getKey()).orElseThrow();
            single[number] = Math.exp(word.getValue()[0]);
            backoff[number] = Math.exp(word.getValue()[1]);
        }
        single[Vocabulary.START] = 0;
        int[] counts = new int[2];
        english.visit(
                vocabulary,
                (before, word, probability, weight) -> counts[0]++,
                (beforeThat, before, word, probability) -> counts[1]++);
        pairs = new NgramTable(counts[0]);
        triples = new NgramTable(counts[1]);
        english.visit(vocabulary, this::keepPair, this::keepTriple);
        normalise();
    }

    private void keepPair(int before, int word, double logProbability, double logBackoff) {
        pairs.put(NgramTable.key(before, word), (float) Math.exp(logProbability), (float) Math.exp(logBackoff));
    }

    private void keepTriple(int beforeThat, int before, int word, double logProbability) {
        triples.put(NgramTable.key(beforeThat, before, word), (float) Math.exp(logProbability), 0);
    }

    /** The probability of a word after another, of which a pair's own figure is known or not. */
    double probability(int before, int word) {
        int place = pairs.find(NgramTable.key(before, word));
        return place >= 0 ? pairs.first(place) : backoff[before] * single[word];
    }

    double probability(int beforeThat, int before, int word) {
        int place = triples.find(NgramTable.key(beforeThat, before, word));
        if (place >= 0) {
            return triples.first(place);
        }
        int history = pairs.find(NgramTable.key(beforeThat, before));
        return (history >= 0 ? pairs.second(history) : 1) * probability(before, word);
    }

    double probability(int word) {
        return single[word];
    }

    private void normalise() {
        double whole = Arrays.stream(single).sum();
        double[] afterWord = massAfterWords(whole);
        NgramTable afterPair = massAfterPairs(afterWord);
        triples.forEachKey(key -> {
            float mass = afterPair.first(afterPair.find(NgramTable.history(key)));
            triples.put(key, triples.first(triples.find(key)) / mass, 0);
        });
        pairs.forEachKey(key -> {
            int place = pairs.find(key);
            int history = afterPair.find(key);
            double mass = afterWord[(int) NgramTable.history(key) - 1];
            double weight =
                    history < 0 ? 1 : pairs.second(place) * afterWord[NgramTable.last(key)] / afterPair.first(history);
            pairs.put(key, (float) (pairs.first(place) / mass), (float) weight);
        });
        for (int word = 0; word < single.length; word++) {
            single[word] /= whole;
            backoff[word] *= whole / afterWord[word];
        }
    }

    /** What the vocabulary gets after each word: its known pairs, and its share of what is left for all others. */
    private double[] massAfterWords(double whole) {
        double[] known = new double[single.length];
        double[] knownLower = new double[single.length];
        pairs.forEachKey(key -> {
            int before = (int) NgramTable.history(key) - 1;
            known[before] += pairs.first(pairs.find(key));
            knownLower[before] += single[NgramTable.last(key)];
        });
        for (int word = 0; word < known.length; word++) {
            known[word] += backoff[word] * (whole - knownLower[word]);
        }
        return known;
    }

    private NgramTable massAfterPairs(double[] afterWord) {
        NgramTable sums = new NgramTable(pairs.size() / 4);
        triples.forEachKey(key -> sums.add(
                NgramTable.history(key),
                triples.first(triples.find(key)),
                pairs.first(pairs.find(NgramTable.shorter(key)))));
        NgramTable masses = new NgramTable(sums.size());
        sums.forEachKey(key -> {
            int place = sums.find(key);
            int pair = pairs.find(key);
            double weight = pair >= 0 ? pairs.second(pair) : 1;
            double rest = afterWord[NgramTable.last(key)] - sums.second(place);
            masses.put(key, (float) (sums.first(place) + weight * rest), 0);
        });
        return masses;
    }
}
