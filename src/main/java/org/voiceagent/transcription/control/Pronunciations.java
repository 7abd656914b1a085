package org.voiceagent.transcription.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How words are said, as phones of the acoustic model: from the dictionary, else from the words a word is made of, else
 * from its letters.
 */
final class Pronunciations {

    private static final String DICTIONARY = "cmudict-en-us.dict";
    private static final Set<String> VOICELESS = Set.of("P", "T", "K", "F", "TH");
    private static final Set<String> HISSING = Set.of("S", "Z", "SH", "ZH", "CH", "JH");
    private static final int SHORTEST_PART = 3;

    private final Map<String, List<String>> dictionary;
    private final LetterSounds letters;

    Pronunciations(Map<String, List<String>> dictionary, LetterSounds letters) {
        this.dictionary = dictionary;
        this.letters = letters;
    }

    /** Takes about 30 MB until it is let go. */
    static Pronunciations read() throws IOException {
        Map<String, List<String>> dictionary = new HashMap<>(1 << 18);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(ModelFile.stream(DICTIONARY), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line, dictionary);
            }
        }
        return new Pronunciations(dictionary, LetterSounds.read());
    }

    private static void keep(String line, Map<String, List<String>> dictionary) {
        int space = line.indexOf(' ');
        int variant = line.lastIndexOf('(', space);
        String word = line.substring(0, variant > 0 ? variant : space);
        dictionary.computeIfAbsent(word, key -> new ArrayList<>(1)).add(line.substring(space + 1));
    }

    boolean knows(String word) {
        return dictionary.containsKey(word);
    }

    /** Phones separated by spaces, for each way to say the word; empty when it cannot be said. */
    List<String> of(String word) {
        List<String> known = dictionary.getOrDefault(word, List.of());
        if (known.isEmpty()) {
            known = respelt(word);
        }
        if (known.isEmpty()) {
            known = inflected(word);
        }
        if (known.isEmpty()) {
            known = compound(word);
        }
        if (known.isEmpty()) {
            String phones = letters.of(word);
            known = phones.isEmpty() ? List.of() : List.of(phones);
        }
        return known;
    }

    /** The dictionary is American. */
    private List<String> respelt(String word) {
        for (String american : List.of(
                word.replaceFirst("is(e|ed|er|ers|es|ing|ation)$", "iz$1"),
                word.replaceFirst("our(s?|ed|ing)$", "or$1"),
                word.replaceFirst("lment", "llment"),
                word.replaceFirst("ll(ed|er|ing)$", "l$1"),
                word.replaceFirst("tre(s?)$", "ter$1"),
                word.replaceFirst("ence$", "ense"))) {
            if (dictionary.containsKey(american)) {
                return dictionary.get(american);
            }
            if (!american.equals(word) && !inflected(american).isEmpty()) {
                return inflected(american);
            }
        }
        return List.of();
    }

    private List<String> inflected(String word) {
        if (word.endsWith("'s")) {
            return with(word.substring(0, word.length() - 2), Pronunciations::withS);
        }
        if (word.endsWith("s")) {
            return with(word.substring(0, word.length() - 1), Pronunciations::withS);
        }
        if (word.endsWith("ing")) {
            String stem = word.substring(0, word.length() - 3);
            List<String> found = with(stem, phones -> phones + " IH NG");
            return found.isEmpty() ? with(stem + "e", phones -> phones + " IH NG") : found;
        }
        return List.of();
    }

    private List<String> with(String stem, UnaryOperator<String> ending) {
        List<String> known = dictionary.getOrDefault(stem, List.of());
        if (known.isEmpty() && stem.length() > SHORTEST_PART) {
            known = compound(stem);
        }
        return known.stream().map(ending).toList();
    }

    private static String withS(String phones) {
        String last = phones.substring(phones.lastIndexOf(' ') + 1);
        if (HISSING.contains(last)) {
            return phones + " IH Z";
        }
        return phones + (VOICELESS.contains(last) ? " S" : " Z");
    }

    /** Two words in one; of several ways to cut, the one whose shorter part is longest. */
    private List<String> compound(String word) {
        List<String> best = List.of();
        int longest = 0;
        for (int cut = SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            List<String> first = dictionary.getOrDefault(word.substring(0, cut), List.of());
            List<String> second = dictionary.getOrDefault(word.substring(cut), List.of());
            int shorter = Math.min(cut, word.length() - cut);
            if (!first.isEmpty() && !second.isEmpty() && shorter >= longest) {
                longest = shorter;
                best = List.of(first.get(0) + " " + second.get(0));
            }
        }
        return best;
    }
}
