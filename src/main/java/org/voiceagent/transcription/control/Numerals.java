package org.voiceagent.transcription.control;

import java.util.ArrayList;
import java.util.List;

/** Numbers as they are said in English: a recogniser has no digits. */
final class Numerals {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] SMALL_ORDINALS = {
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth"
    };
    /** Longer rows of digits are codes and telephone numbers, and said one by one. */
    private static final int LONGEST_NUMBER = 6;

    private Numerals() {}

    /** The words of a row of digits; a leading zero makes it a code. */
    static List<String> cardinal(String digits) {
        if (digits.length() > LONGEST_NUMBER || (digits.length() > 1 && digits.startsWith("0"))) {
            return digits.chars().mapToObj(digit -> SMALL[digit - '0']).toList();
        }
        List<String> words = new ArrayList<>();
        count(Integer.parseInt(digits), words);
        return words;
    }

    /** The words of a place in a row, as {@code twenty fourth} for 24. */
    static List<String> ordinal(String digits) {
        List<String> words = new ArrayList<>(cardinal(digits));
        String last = words.remove(words.size() - 1);
        words.add(ordinal(last, digits));
        return words;
    }

    private static String ordinal(String last, String digits) {
        for (int i = 0; i < SMALL.length; i++) {
            if (SMALL[i].equals(last)) {
                return SMALL_ORDINALS[i];
            }
        }
        return digits.endsWith("00") ? last + "th" : last.substring(0, last.length() - 1) + "ieth";
    }

    private static void count(int number, List<String> words) {
        if (number >= 1000) {
            count(number / 1000, words);
            words.add("thousand");
        } else if (number >= 100) {
            words.add(SMALL[number / 100]);
            words.add("hundred");
        } else if (number >= 20) {
            words.add(TENS[number / 10]);
        } else {
            words.add(SMALL[number]);
        }
        int rest = number >= 1000 ? number % 1000 : number >= 100 ? number % 100 : number >= 20 ? number % 10 : 0;
        if (rest > 0) {
            if (number >= 100 && rest < 100) {
                words.add("and");
            }
            count(rest, words);
        }
    }
}
