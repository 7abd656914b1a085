package org.voiceagent.speech.control;

import java.util.Locale;
import java.util.Set;

/** Words that are written with a full stop which ends no sentence; English and German. */
final class Abbreviations {

    private static final Set<String> NEVER_LAST = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "mt", "rev", "hon", "gen", "capt", "lt", "sgt", "messrs", "mme",
            "mlle", "vs", "cf", "viz", "approx", "incl", "excl", "hr", "fr", "bzw", "ggf", "inkl", "zzgl", "evtl", "ca",
            "vgl", "sog", "bspw", "dipl", "ing");

    private static final Set<String> WITH_NUMBER = Set.of(
            "no", "nos", "nr", "p", "pp", "fig", "figs", "vol", "vols", "sec", "art", "abs", "ch", "chap", "kap", "bd",
            "s", "tel", "ext", "min", "max", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct", "okt", "nov", "dec", "dez");

    private static final Set<String> BEFORE_ORDINALS =
            Set.of("am", "im", "der", "die", "das", "den", "dem", "des", "vom", "zum", "zur", "beim", "ab", "bis");

    private static final Set<String> MONTHS = Set.of(
            "januar",
            "jänner",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember");

    private static final Set<String> TIMES_OF_DAY = Set.of("a.m", "p.m");

    private Abbreviations() {}

    /** A title, an initial, or several letters each with its own stop: something belongs to it and follows. */
    static boolean neverLast(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (TIMES_OF_DAY.contains(lower)) {
            return false;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        return initial || isDotted(word) || NEVER_LAST.contains(lower);
    }

    /** An abbreviation before a number, and otherwise a word, as "No. 5" and "No." are. */
    static boolean withNumber(String word) {
        return WITH_NUMBER.contains(word.toLowerCase(Locale.ROOT));
    }

    /** A German ordinal, as in "am 24. Dezember" or "im 3. Stock". */
    static boolean isOrdinal(String wordBefore, String word, String follower) {
        boolean number = !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
        return number && (BEFORE_ORDINALS.contains(wordBefore) || MONTHS.contains(follower.toLowerCase(Locale.ROOT)));
    }

    private static boolean isDotted(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
                return false;
            }
        }
        return word.length() > 1;
    }
}
