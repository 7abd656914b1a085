package org.voiceagent.insight.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What questions are asked with, by {@code question-forms.txt}: the ways to say the same become one, and what only makes a
 * question of it goes. The text in between stays, in lower case and without punctuation; a hyphen joins, so that "e-mail" is
 * a word.
 */
final class QuestionForms {

    private static final String FILE = "question-forms.txt";
    private static final Pattern JOINS = Pattern.compile("(?<=\\p{L})-(?=\\p{L})");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");

    private final Map<String, Map<String, String>> words = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();

    private QuestionForms(List<String> lines) {
        lines.forEach(this::add);
        words.forEach((language, forms) -> patterns.put(language, pattern(forms)));
    }

    static QuestionForms read() {
        try (InputStream stream = QuestionForms.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new QuestionForms(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        String[] sides = line.split("=", 2);
        String[] meant = sides[0].strip().split(" ", 2);
        Map<String, String> forms = words.computeIfAbsent(meant[0], first -> new HashMap<>());
        for (String form : sides[1].split("\\|")) {
            forms.put(plain(form), meant.length > 1 ? meant[1] : "");
        }
    }

    /** Forms stand between spaces; what follows one begins at the space behind it. */
    private static Pattern pattern(Map<String, String> forms) {
        List<String> longestFirst = new ArrayList<>(forms.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return Pattern.compile(
                longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|", " (", ")(?= )")));
    }

    /** @param language a primary subtag, as "en"; without forms of its own only case and punctuation go */
    String reduced(String question, String language) {
        String text = plain(question);
        Pattern forms = patterns.get(language);
        return forms == null
                ? text
                : forms.matcher(" " + text + " ")
                        .replaceAll(found -> " " + meant(language, found))
                        .strip();
    }

    private String meant(String language, MatchResult found) {
        return words.get(language).get(found.group(1));
    }

    private static String plain(String text) {
        String joined = JOINS.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2019', '\''))
                .replaceAll("");
        return BETWEEN.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
