package org.voiceagent.transcription.control;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A written text as the words a speaker would say: lower case, no digits, no punctuation. */
final class SpokenWords {

    private static final Map<String, String> SYMBOLS =
            Map.of("%", "percent", "&", "and", "+", "plus", "@", "at", "£", "pounds", "€", "euros", "$", "dollars");
    /** An amount with its currency in front, a time, an ordinal, a decimal, a number, a word, a symbol. */
    private static final Pattern PIECE = Pattern.compile("([£€$])\\s?(\\d+)(?:[.,](\\d{2}))?"
            + "|(\\d{1,2}):(\\d{2})"
            + "|(\\d+)(?:st|nd|rd|th)\\b"
            + "|(\\d+)[.](\\d+)"
            + "|(\\d+)"
            + "|(\\p{L}+(?:['’]\\p{L}+)*)"
            + "|([%&+@£€$])");

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private SpokenWords() {}

    static List<String> of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Matcher piece = PIECE.matcher(THOUSANDS.matcher(plain).replaceAll(""));
        List<String> words = new ArrayList<>();
        while (piece.find()) {
            say(piece, words);
        }
        return words;
    }

    private static void say(Matcher piece, List<String> words) {
        if (piece.group(1) != null) {
            sayAmount(piece, words);
        } else if (piece.group(4) != null) {
            sayTime(piece.group(4), piece.group(5), words);
        } else if (piece.group(6) != null) {
            words.addAll(Numerals.ordinal(piece.group(6)));
        } else if (piece.group(7) != null) {
            words.addAll(Numerals.cardinal(piece.group(7)));
            words.add("point");
            piece.group(8).chars().forEach(digit -> words.addAll(Numerals.cardinal(Character.toString(digit))));
        } else if (piece.group(9) != null) {
            words.addAll(Numerals.cardinal(piece.group(9)));
        } else if (piece.group(10) != null) {
            words.add(piece.group(10).replace('’', '\''));
        } else {
            words.add(SYMBOLS.get(piece.group(11)));
        }
    }

    private static void sayAmount(Matcher piece, List<String> words) {
        words.addAll(Numerals.cardinal(piece.group(2)));
        words.add(SYMBOLS.get(piece.group(1)));
        if (piece.group(3) != null && !"00".equals(piece.group(3))) {
            words.addAll(Numerals.cardinal(piece.group(3)));
        }
    }

    private static void sayTime(String hour, String minute, List<String> words) {
        words.addAll(Numerals.cardinal(hour));
        if (!"00".equals(minute)) {
            words.addAll(Numerals.cardinal(minute));
        }
    }
}
