package org.voiceagent.transcription.control;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which words a recogniser should know: a word it does not know it hears as others. */
final class WordChoice {

    /** Enough that off-topic speech is heard as what it is and not as the nearest words of the domain. */
    private static final int FREQUENT = 10_000;

    /** Among so many of the most frequent words relatives are looked for; beyond are mostly names. */
    private static final int KNOWN_WELL = 40_000;

    private static final int SHORTEST_WITH_ENDING = 4;
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z']+|a|i");
    private static final Pattern ENDING = Pattern.compile("(?:'s|s|es|ed|d|ing|er|ers|ly|e)$");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1$");

    private final List<String> byFrequency;

    /** @param byFrequency words of general English, most frequent first */
    WordChoice(Stream<String> byFrequency) {
        this.byFrequency = byFrequency
                .filter(word -> PLAIN.matcher(word).matches())
                .limit(KNOWN_WELL)
                .toList();
    }

    /** The given words, their relatives, as {@code renting} for {@code rents}, and frequent words. */
    Set<String> around(Collection<String> words) {
        Set<String> stems = words.stream()
                .filter(word -> word.length() >= SHORTEST_WITH_ENDING)
                .map(WordChoice::stem)
                .collect(Collectors.toSet());
        Set<String> chosen = new LinkedHashSet<>(words);
        byFrequency.stream().limit(FREQUENT).forEach(chosen::add);
        byFrequency.stream()
                .filter(word -> word.length() >= SHORTEST_WITH_ENDING && stems.contains(stem(word)))
                .forEach(chosen::add);
        return chosen;
    }

    private static String stem(String word) {
        return DOUBLED.matcher(ENDING.matcher(word).replaceFirst("")).replaceFirst("$1");
    }
}
