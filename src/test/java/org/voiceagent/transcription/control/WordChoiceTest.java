package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordChoiceTest {

    @Test
    void frequent_words_are_known_wherever_they_are_not_asked_for() {
        assertEquals(
                Set.of("tent", "the", "a"), new WordChoice(Stream.of("the", "a", "x", "a.m.")).around(List.of("tent")));
    }

    @Test
    void rare_words_are_known_when_they_are_relatives() {
        Stream<String> rare = Stream.iterate(1, i -> i + 1).limit(10_000).map(WordChoiceTest::letters);
        Stream<String> words = Stream.concat(rare, Stream.of("renting", "rents", "rant"));
        Set<String> chosen = new WordChoice(words).around(List.of("rent"));
        assertEquals(Set.of("rent", "renting", "rents"), without(chosen));
    }

    private static Set<String> without(Set<String> chosen) {
        chosen.removeIf(word -> word.startsWith("qq"));
        return chosen;
    }

    private static String letters(int number) {
        return "qq"
                + Integer.toString(number, 10)
                        .chars()
                        .mapToObj(c -> "" + (char) (c - '0' + 'a'))
                        .reduce("", String::concat);
    }
}
