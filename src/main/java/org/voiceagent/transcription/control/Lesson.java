package org.voiceagent.transcription.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
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

    /** Enough that off-topic speech is heard as what it is and not as the nearest words of the domain. */
    private static final int GENERAL_WORDS = Integer.getInteger("asr.vocab", 6000);

    /** How much the questions made of one pattern count against one sentence. */
    private static final float PATTERN_WEIGHT = Float.parseFloat(System.getProperty("asr.pw", "2"));

    private static final Pattern WORD = Pattern.compile("[a-z][a-z']+|a|i");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\s*[:;]\\s+");

    /**
     * Takes 1 to 2 seconds and, meanwhile, about 80 MB.
     *
     * @param texts sentences, headings, or whole passages of plain text
     */
    static Lesson of(List<String> texts) throws IOException {
        List<String> sentences =
                texts.stream().flatMap(SENTENCE_END::splitAsStream).toList();
        QuestionPatterns patterns = QuestionPatterns.read();
        Pronunciations pronunciations = Pronunciations.read();
        EnglishNgrams english;
        try (InputStream file = ModelFile.stream("en-us.lm.bin")) {
            english = EnglishNgrams.read(file);
        }
        Map<String, List<String>> words = words(sentences, patterns, pronunciations, english);
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
            List<String> sentences, QuestionPatterns patterns, Pronunciations pronunciations, EnglishNgrams english) {
        Set<String> words = new LinkedHashSet<>();
        sentences.stream().map(SpokenWords::of).forEach(words::addAll);
        words.addAll(patterns.words());
        frequent(english, pronunciations).limit(GENERAL_WORDS).forEach(words::add);
        if (Boolean.getBoolean("asr.rel")) {
            Set<String> stems = new java.util.HashSet<>();
            sentences.stream()
                    .map(SpokenWords::of)
                    .flatMap(List::stream)
                    .filter(w -> w.length() > 3)
                    .map(Lesson::stem)
                    .forEach(stems::add);
            int n = words.size();
            frequent(english, pronunciations)
                    .limit(40000)
                    .filter(w -> w.length() > 3 && stems.contains(stem(w)))
                    .forEach(words::add);
            System.out.println("relatives " + (words.size() - n));
        }
        Map<String, List<String>> sayable = new HashMap<>();
        for (String word : words) {
            List<String> ways = pronunciations.of(word);
            if (!ways.isEmpty()) {
                sayable.put(word, ways);
            }
        }
        return sayable;
    }

    private static String stem(String word) {
        return word.replaceFirst("('s|s|es|ed|d|ing|er|ers|ly|e)$", "").replaceFirst("(.)\\1$", "$1");
    }

    private static Stream<String> frequent(EnglishNgrams english, Pronunciations pronunciations) {
        return english.byFrequency().stream()
                .filter(word -> WORD.matcher(word).matches() && pronunciations.knows(word));
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
