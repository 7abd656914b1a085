package org.voiceagent.transcription.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a recogniser learns from a knowledge base: which words there are, how they are said, and how likely one follows
 * others.
 *
 * @param pronunciations by word
 */
record Lesson(WordModel model, Map<String, List<String>> pronunciations, Spelling spelling) {

    /** How much the questions made of one pattern count against one sentence. */
    private static final float PATTERN_WEIGHT = 2;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\s*[:;]\\s+");

    /**
     * Takes 2 seconds and, meanwhile, about 100 MB more than it leaves.
     *
     * @param texts sentences, headings, or whole passages of plain text
     */
    static Lesson of(List<String> texts) throws IOException {
        List<String> sentences =
                texts.stream().flatMap(SENTENCE_END::splitAsStream).toList();
        QuestionPatterns patterns = QuestionPatterns.read();
        EnglishNgrams english;
        try (InputStream file = ModelFile.stream("en-us.lm.bin")) {
            english = EnglishNgrams.read(file);
        }
        Map<String, List<String>> words = words(sentences, patterns, english);
        Vocabulary vocabulary = new Vocabulary(words.keySet());
        GeneralEnglish general = new GeneralEnglish(english, vocabulary);
        DomainNgrams domain = new DomainNgrams(general);
        sentences.forEach(sentence -> domain.learn(numbers(SpokenWords.of(sentence), vocabulary), 1));
        Phrases phrases = new Phrases(word -> frequency(word, vocabulary, general));
        sentences.forEach(phrases::findIn);
        patterns.fill(
                phrases, (question, share) -> domain.learn(numbers(question, vocabulary), share * PATTERN_WEIGHT));
        return new Lesson(new WordModel(vocabulary, general, domain), words, new Spelling(sentences));
    }

    private static Map<String, List<String>> words(
            List<String> sentences, QuestionPatterns patterns, EnglishNgrams english) throws IOException {
        Pronunciations pronunciations = Pronunciations.read();
        Set<String> expected = new LinkedHashSet<>(patterns.words());
        sentences.stream().map(SpokenWords::of).forEach(expected::addAll);
        Stream<String> sayable = english.byFrequency().stream().filter(pronunciations::knows);
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (String word : new WordChoice(sayable).around(expected)) {
            List<String> ways = pronunciations.of(word);
            if (!ways.isEmpty()) {
                words.put(word, ways);
            }
        }
        return words;
    }

    private static double frequency(String word, Vocabulary vocabulary, GeneralEnglish general) {
        OptionalInt number = vocabulary.number(word);
        return number.isPresent() ? general.probability(number.getAsInt()) : 0;
    }

    private static List<Integer> numbers(Collection<String> words, Vocabulary vocabulary) {
        return words.stream()
                .map(vocabulary::number)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
    }
}
