package org.voiceagent.transcription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How wrong transcripts are: the words one must insert, delete or replace to mend them, as part of the words that were
 * said. Over 1 when more was heard than said. Sums over many transcripts, because short ones vary.
 */
public final class WordErrorRate {

    private long errors;
    private long words;

    /** Case, punctuation and hyphens do not count. */
    public void add(String said, String heard) {
        List<String> reference = words(said);
        errors += distance(reference, words(heard));
        words += reference.size();
    }

    public double value() {
        return words == 0 ? 0 : (double) errors / words;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% of %d words", 100 * value(), words);
    }

    static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[^\\p{L}\\p{N}']+", " ");
        return plain.isBlank() ? List.of() : List.of(plain.strip().split(" "));
    }

    private static int distance(List<String> said, List<String> heard) {
        int[] row = new int[heard.size() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= said.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= heard.size(); j++) {
                int replaced = diagonal + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[heard.size()];
    }
}
