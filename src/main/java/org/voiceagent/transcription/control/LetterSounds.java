package org.voiceagent.transcription.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses how a word sounds from its letters, for names that no dictionary and no rule of word formation explains. */
final class LetterSounds {

    private static final String FILE = "letters.txt";

    private record Rule(Pattern letters, String phones) {}

    private final List<Rule> rules;

    private LetterSounds(List<Rule> rules) {
        this.rules = rules;
    }

    static LetterSounds read() throws IOException {
        try (InputStream stream = LetterSounds.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new LetterSounds(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LetterSounds::rule)
                    .toList());
        }
    }

    private static Rule rule(String line) {
        String[] parts = line.split(" ", 2);
        return new Rule(Pattern.compile(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    /** Phones separated by spaces; empty when the word has no letter that sounds. */
    String of(String word) {
        List<String> phones = new ArrayList<>();
        int at = 0;
        while (at < word.length()) {
            at = sound(word, at, phones);
        }
        return String.join(" ", phones);
    }

    private int sound(String word, int from, List<String> phones) {
        for (Rule rule : rules) {
            Matcher matcher = rule.letters().matcher(word).region(from, word.length());
            matcher.useTransparentBounds(true).useAnchoringBounds(false);
            if (matcher.lookingAt() && matcher.end() > from) {
                if (!rule.phones().isEmpty()) {
                    phones.add(rule.phones());
                }
                return matcher.end();
            }
        }
        return from + 1;
    }
}
