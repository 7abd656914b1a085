package verification;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What came of one check.
 *
 * @param told in words
 * @param remedy what to do; empty unless it failed
 */
record Finding(String check, Verdict verdict, String told, String remedy) {

    /** How it came out. */
    enum Verdict {
        OK,
        FAILED,
        SKIPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("check", check);
        fields.put("verdict", verdict.word());
        fields.put("told", told);
        if (!remedy.isEmpty()) {
            fields.put("remedy", remedy);
        }
        return fields;
    }

    /** A line, and one more where there is something to do; nothing in them can control a terminal. */
    @Override
    public String toString() {
        String word = verdict == Verdict.FAILED ? verdict.name() : verdict.word();
        String line = "%-8s %-20s %s".formatted(word, check, plain(told));
        return remedy.isEmpty() ? line : line + "%n%30s%s".formatted("-> ", plain(remedy));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
    }
}
