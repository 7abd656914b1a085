package org.voiceagent.conversation.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How visitors ask for a person, by the phrases of {@code handoff-phrases.txt}, whatever the language of the page: who is
 * offered a person without need has lost nothing. Case, accents and punctuation do not count.
 */
final class HandoffPhrases {

    private static final String FILE = "handoff-phrases.txt";
    private static final String GAP = "(?: \\S+){0,3}";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Pattern> phrases;

    private HandoffPhrases(List<Pattern> phrases) {
        this.phrases = phrases;
    }

    static HandoffPhrases read() {
        try (InputStream stream = HandoffPhrases.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new HandoffPhrases(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HandoffPhrases::pattern)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean in(String question) {
        String words = " " + plain(question) + " ";
        return phrases.stream().anyMatch(phrase -> phrase.matcher(words).find());
    }

    private static Pattern pattern(String line) {
        boolean whole = line.startsWith("=");
        String words = Stream.of(line.substring(whole ? 1 : 0).strip().split(" +"))
                .map(word -> word.equals("*") ? GAP : " " + oneOf(word))
                .collect(Collectors.joining());
        return Pattern.compile(whole ? "^" + words + " $" : words + " ");
    }

    private static String oneOf(String words) {
        return Stream.of(words.split("\\|"))
                .map(word -> Pattern.quote(plain(word)))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return NO_WORD.matcher(MARKS.matcher(decomposed).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
