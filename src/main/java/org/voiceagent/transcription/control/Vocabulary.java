package org.voiceagent.transcription.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The words a recogniser knows, numbered; numbers 0 and 1 are the start and the end of a sentence. */
final class Vocabulary {

    static final int START = 0;
    static final int END = 1;
    static final String START_WORD = "<s>";
    static final String END_WORD = "</s>";

    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Vocabulary(Collection<String> spoken) {
        add(START_WORD);
        add(END_WORD);
        spoken.forEach(this::add);
    }

    private void add(String word) {
        if (numbers.putIfAbsent(word, words.size()) == null) {
            words.add(word);
        }
    }

    /** Both sentence marks included. */
    int size() {
        return words.size();
    }

    String word(int number) {
        return words.get(number);
    }

    OptionalInt number(String word) {
        Integer number = numbers.get(word);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
