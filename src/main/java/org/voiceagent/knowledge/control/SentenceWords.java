package org.voiceagent.knowledge.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How well the sentences of a passage fit a question by their words: for want of the sentence model. */
final class SentenceWords {

    private static final double KIND = 1.5;
    private static final double OPENING = 0.1;

    private record Sentence(List<Word> words, Set<AskedFor> kinds) {}

    private final List<List<Sentence>> passages;
    private final Map<Word, Word> words = new HashMap<>();

    /** @param passages the sentences of each; reading them for every question would take longer than all the rest */
    SentenceWords(List<List<String>> passages, Lexicon lexicon) {
        this.passages = passages.stream()
                .map(sentences -> sentences.stream()
                        .map(text -> new Sentence(shared(lexicon.words(text)), AskedFor.heldBy(text)))
                        .toList())
                .toList();
    }

    /** The same words again and again take a tenth of the memory that words of their own would. */
    private List<Word> shared(List<Word> all) {
        return all.stream()
                .map(word -> words.computeIfAbsent(word, same -> same))
                .toList();
    }

    /** One figure for each sentence of a passage, only to be compared with the others of the same passage. */
    double[] fit(Question question, int passage) {
        AskedFor kind = AskedFor.in(question.own());
        List<Sentence> sentences = passages.get(passage);
        double[] fit = new double[sentences.size()];
        fit[0] = OPENING;
        for (int at = 0; at < fit.length; at++) {
            fit[at] += kind != AskedFor.ANYTHING && sentences.get(at).kinds().contains(kind) ? KIND : 0;
        }
        for (Word word : question.words()) {
            int[] sharers = IntStream.range(0, fit.length)
                    .filter(at -> has(sentences.get(at).words(), word))
                    .toArray();
            for (int at : sharers) {
                // a word that all sentences share does not tell them apart
                fit[at] += word.weight() / sharers.length;
            }
        }
        return fit;
    }

    private static boolean has(List<Word> words, Word word) {
        // loops, here and in what it calls: streams of a few words take longer than the words
        for (Word other : words) {
            if (word.sameAs(other)) {
                return true;
            }
        }
        return word.alternatives().stream().anyMatch(other -> hasAll(words, other));
    }

    private static boolean hasAll(List<Word> words, List<String> phrase) {
        return phrase.stream()
                .allMatch(stem -> words.stream().anyMatch(word -> word.stems().contains(stem)));
    }
}
