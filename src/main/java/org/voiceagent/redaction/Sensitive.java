package org.voiceagent.redaction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of text that can be left out. */
enum Sensitive {
    /** As long as the numbers of cards are (ISO/IEC 7812), in groups or without. */
    CARDS("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])", Sensitive::ifCard),
    /** Looked for at the beginning of a word only, else a long one would be read again from each letter. */
    EMAILS("(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++", found -> ""),
    /** As they are printed, in groups of four, or without. */
    IBANS("(?i)\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b", Sensitive::afterAccount),
    /** With a prefix, an area in brackets, in the groups of North America, or as one long number. */
    PHONES(
            "(?<![\\w.,/-])(?:(?:\\+|00|\\(?0)\\d?(?:[ ()/.-]{0,3}\\d){5,16}|\\(\\d{3}\\) ?\\d{3}[-. ]\\d{4}"
                    + "|(?:\\d{3}[-. ])?\\d{3}[-. ]\\d{4}|\\d{9,15})(?![\\w-])",
            Sensitive::ifPhone),
    LINKS("(?i)\\b(?:https?://|www\\.)\\S++", found -> "");

    private static final Pattern DATE = Pattern.compile("\\d{1,2}[./ -]\\d{1,2}[./ -](?:\\d{2}|\\d{4})");
    private static final int MOST_PHONE_DIGITS = 15;
    private static final int LEAST_PHONE_DIGITS = 7;
    private static final int LEAST_ACCOUNT = 15;
    private static final int ACCOUNT_HEAD = 4;
    private static final BigInteger ACCOUNT_MODULUS = BigInteger.valueOf(97);

    private final Pattern pattern;
    private final UnaryOperator<String> left;

    /** @param left of what the pattern has found, what comes after the sensitive part; all of it where it is not meant */
    Sensitive(String pattern, UnaryOperator<String> left) {
        this.pattern = Pattern.compile(pattern);
        this.left = left;
    }

    String leftOut(String text) {
        return pattern.matcher(text).replaceAll((MatchResult found) -> {
            String rest = left.apply(found.group());
            boolean meant = rest.length() < found.group().length();
            return Matcher.quoteReplacement((meant ? Redaction.LEFT_OUT : "") + rest);
        });
    }

    /** Whether its check digit fits: the formula of Luhn, doubling every second digit from the right. */
    private static String ifCard(String grouped) {
        List<Integer> digits = new ArrayList<>();
        grouped.chars().filter(Character::isDigit).forEach(digit -> digits.add(0, Character.digit(digit, 10)));
        int sum = 0;
        for (int place = 0; place < digits.size(); place++) {
            int doubled = digits.get(place) * (1 + place % 2);
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0 ? "" : grouped;
    }

    private static String ifPhone(String grouped) {
        long digits = grouped.chars().filter(Character::isDigit).count();
        boolean phone = digits >= LEAST_PHONE_DIGITS
                && digits <= MOST_PHONE_DIGITS
                && !DATE.matcher(grouped).matches();
        return phone ? "" : grouped;
    }

    /** Words that follow look like more groups: without them it may be an account's number. */
    private static String afterAccount(String found) {
        Optional<String> tried = Optional.of(found);
        while (tried.isPresent()) {
            if (isAccount(tried.get().replace(" ", ""))) {
                return found.substring(tried.get().length());
            }
            tried = Optional.of(tried.get().lastIndexOf(' '))
                    .filter(space -> space > 0)
                    .map(space -> found.substring(0, space));
        }
        return found;
    }

    /** ISO 7064, MOD 97-10: with its head at the end, and letters as two digits, it leaves 1. */
    private static boolean isAccount(String number) {
        if (number.length() < LEAST_ACCOUNT) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        String turned = number.substring(ACCOUNT_HEAD) + number.substring(0, ACCOUNT_HEAD);
        turned.chars().forEach(character -> digits.append(Character.digit(character, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(ACCOUNT_MODULUS).equals(BigInteger.ONE);
    }
}
