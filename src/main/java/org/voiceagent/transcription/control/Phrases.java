package org.voiceagent.transcription.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What one can ask about: the noun phrases and verb phrases of the knowledge base, found without a grammar. A noun
 * phrase is what stands between two function words; a verb phrase is what follows "can" or "to", or a heading that
 * begins with a gerund. Mistakes cost little: they only make an odd sequence of words a little likelier.
 */
final class Phrases {

    private static final int LONGEST_THING = 4;
    private static final int LONGEST_DEED = 7;

    private static final Set<String> ARTICLES =
            Set.of("a", "an", "the", "every", "each", "any", "your", "our", "their", "his", "her", "this", "one");
    private static final Set<String> BEFORE_DEED =
            Set.of("can", "may", "must", "should", "will", "could", "to", "cannot", "shall", "would");
    private static final Set<String> NO_DEED = Set.of(
            "be", "not", "the", "a", "an", "also", "only", "have", "one", "two", "three", "four", "five", "six",
            "seven", "eight", "nine", "ten", "twelve", "always", "never", "then", "still", "your", "their");
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "or", "but", "if", "when", "because", "so", "while", "which", "who", "until", "unless");
    /** A phrase does not reach over these. */
    private static final Set<String> BORDERS =
            Set.of(("and or but if when because so while that which who where until unless is are was "
                            + "were be been has have had do does did can may must should will could would cannot "
                            + "not to of in on at by for from with without as than then also only never always up "
                            + "off out about into per before after during within between over under through against "
                            + "it its they them we us you he she i there here how what why more less most cost "
                            + "costs takes take includes include gets get starts start lasts last needs need comes "
                            + "come goes go opens applies apply receives receive")
                    .split(" "));

    private final Set<List<String>> things = new LinkedHashSet<>();
    private final Set<List<String>> deeds = new LinkedHashSet<>();
    private final ToDoubleFunction<String> frequency;

    /** @param frequency how common a word is, 0 for what is none: it tells which form of a verb exists */
    Phrases(ToDoubleFunction<String> frequency) {
        this.frequency = frequency;
    }

    Set<List<String>> things() {
        return things;
    }

    Set<List<String>> deeds() {
        return deeds;
    }

    void findIn(String text) {
        for (String clause : text.split("[.,;:!?()]+(?=\\s|$)")) {
            List<String> words = SpokenWords.of(clause);
            findThings(words);
            findDeeds(words);
        }
    }

    private void findThings(List<String> words) {
        List<String> phrase = new ArrayList<>();
        for (String word : words) {
            if (BORDERS.contains(word) || ARTICLES.contains(word) || phrase.size() == LONGEST_THING) {
                keepThing(phrase);
                phrase.clear();
            }
            if (!BORDERS.contains(word) && !(ARTICLES.contains(word) && !isArticle(word))) {
                phrase.add(word);
            }
        }
        keepThing(phrase);
    }

    private static boolean isArticle(String word) {
        return word.equals("a") || word.equals("an") || word.equals("the");
    }

    /** With its article and without: a visitor says "the deposit" and "a deposit" and "deposits". */
    private void keepThing(List<String> phrase) {
        boolean article = !phrase.isEmpty() && ARTICLES.contains(phrase.get(0));
        List<String> bare = List.copyOf(article ? phrase.subList(1, phrase.size()) : phrase);
        if (bare.isEmpty()) {
            return;
        }
        things.add(bare);
        if (article) {
            things.add(List.copyOf(phrase));
        }
        things.add(with("the", bare));
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> phrase = new ArrayList<>(rest.size() + 1);
        phrase.add(first);
        phrase.addAll(rest);
        return List.copyOf(phrase);
    }

    private void findDeeds(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (BEFORE_DEED.contains(words.get(i)) && !NO_DEED.contains(words.get(i + 1))) {
                keepDeed(words.subList(i + 1, words.size()));
            }
        }
        if (!words.isEmpty()) {
            baseOfGerund(words.get(0)).ifPresent(base -> keepDeed(with(base, words.subList(1, words.size()))));
        }
    }

    private void keepDeed(List<String> words) {
        int end = 1;
        while (end < words.size() && end < LONGEST_DEED && !CONJUNCTIONS.contains(words.get(end))) {
            end++;
        }
        List<String> deed = words.subList(0, end).stream()
                .map(word -> word.equals("their") || word.equals("his") ? "my" : word)
                .toList();
        deeds.add(deed);
    }

    /** {@code buy} for {@code buying}, {@code cancel} for {@code cancelling}, {@code hire} for {@code hiring}. */
    private Optional<String> baseOfGerund(String word) {
        if (!word.endsWith("ing") || word.length() < 6) {
            return Optional.empty();
        }
        String stem = word.substring(0, word.length() - 3);
        List<String> candidates = new ArrayList<>(List.of(stem, stem + "e"));
        if (stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
            candidates.add(stem.substring(0, stem.length() - 1));
        }
        return candidates.stream()
                .filter(candidate -> frequency.applyAsDouble(candidate) > 0)
                .max(Comparator.comparingDouble(frequency));
    }
}
