package org.voiceagent.answer.control;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the system text when it hears it: by so many of its words in a row, however they are written. Immutable; one look
 * takes some microseconds. A translation, or other words for the same, it does not know.
 */
public final class Recital {

    /** For engines that were told nothing. */
    public static final Recital NONE = new Recital(Set.of(), 1);

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private final Set<List<String>> runs;
    private final int length;

    private Recital(Set<List<String>> runs, int length) {
        this.runs = runs;
        this.length = length;
    }

    /**
     * @param texts what must not be said
     * @param length words in a row that are too many
     */
    public static Recital of(List<String> texts, int length) {
        Set<List<String>> runs = new HashSet<>();
        for (String text : texts) {
            List<String> words = words(text);
            for (int end = length; end <= words.size(); end++) {
                runs.add(List.copyOf(words.subList(end - length, end)));
            }
        }
        return new Recital(runs, length);
    }

    /** @param before what was said before the text, so that no full stop hides a recital */
    public boolean in(String text, String before) {
        if (runs.isEmpty()) {
            return false;
        }
        List<String> earlier = words(before);
        List<String> tail = earlier.subList(Math.max(0, earlier.size() - length + 1), earlier.size());
        List<String> words = new ArrayList<>(tail);
        words.addAll(words(text));
        for (int end = length; end <= words.size(); end++) {
            if (runs.contains(words.subList(end - length, end))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
