package org.voiceagent.speech.control;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a sentence the way the embedded voice reads it well. Each rule is here because MaryTTS without it misreads
 * what answers are full of: "£25" loses its pounds, "24/12/2025" becomes another day in another year, "UK" a word.
 * What it reads well by itself ("1,500", "24th", "TV") is left to it.
 */
final class SpokenText {

    private static final List<Rule> TYPOGRAPHY = List.of(
            Rule.of("[‘’‛′`´]", "'"),
            Rule.of("[“”„«»\"]", " "),
            Rule.of("[\\u00A0\\u2000-\\u200A\\u202F]", " "),
            Rule.of("…", "..."),
            Rule.of("(?<=\\p{L})\\s*—\\s*|\\s+[–-]+\\s+(?=\\p{L})|\\s—\\s", ", "),
            Rule.of("[\\u2010\\u2011\\u2012]", "-"));

    private static final List<Rule> WORDS = List.of(
            Rule.of("(?i)\\be\\. ?g\\.", "for example"),
            Rule.of("(?i)\\bi\\. ?e\\.", "that is"),
            Rule.of("(?i)\\betc\\.", "et cetera"),
            Rule.of("(?i)\\bapprox\\.", "approximately"),
            Rule.of("(?i)\\bincl\\.", "including"),
            Rule.of("(?i)\\bexcl\\.", "excluding"),
            Rule.of("(?i)\\bvs\\.?(?= )", "versus"),
            Rule.of("(?i)\\bmax\\.(?= \\S)", "at most"),
            Rule.of("(?i)\\bmin\\.(?= \\S)", "at least"),
            Rule.of("(?i)\\btel\\.", "telephone"),
            Rule.of("(?i)\\bno\\. ?(?=\\d)|#(?=\\d)", "number "),
            Rule.of("#", ""),
            Rule.of("\\bI'm\\b", "I am"),
            Rule.of("(?i)\\b(I|you|he|she|we|they)'d\\b", "$1 would"),
            Rule.of("(?i)(?<=\\p{L})'ve\\b", " have"),
            Rule.of("(?i)(?<=\\p{L})'re\\b", " are"),
            Rule.of("(?i)(?<=\\p{L})'ll\\b", " will"),
            Rule.of("(?i)\\b(that|there|who|what)'s\\b", "$1 is"),
            Rule.of("\\s*&\\s*", " and "),
            Rule.of("(?i)\\band/or\\b", "and or"),
            Rule.of("(?<=[\\p{L}\\d])/(?=[\\p{L}\\d])", " or "),
            Rule.of("\\s*=\\s*", " equals "),
            Rule.of("\\s*×\\s*", " times "),
            Rule.of("[~≈](?=\\s?\\d)", "about "),
            Rule.of("\\bOK\\b", "okay"),
            Rule.of("(?<=\\p{L})–(?=\\p{L})", " to "));

    /** Capitals with a vowel among them, which would be read as a word; a list, because "NOT" is one too. */
    private static final Rule ACRONYM = Rule.of(
            "\\b(FAQ|UK|EU|UAE|USB|LED|ID|IT|VAT|AI|API|URL|CEO|ATM|ETA|IP|UV|EV|SUV|DIY|VIP|EUR|USD|UPS|IBAN|QA)(s?)\\b",
            match -> spelled(match.group(1)) + (match.group(2).isEmpty() ? "" : "'s"));

    /** What has no place in the voice's alphabet: pictures, other scripts, controls. */
    private static final List<Rule> REST = List.of(
            Rule.of("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\\p{So}\\p{Sk}\\p{Cf}\\p{M}]+", " "),
            Rule.of("[\\p{L}&&[^\\p{IsLatin}]]+", " "),
            Rule.of("[\\[\\]{}<>|_*\\\\^~]+", " "),
            Rule.of("\\s+", " "),
            Rule.of(" (?=[.,;:!?])", ""));

    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\d]");

    private SpokenText() {}

    /** Empty when nothing in it can be spoken. */
    static String of(String text) {
        String spoken = Rule.all(TYPOGRAPHY, text);
        spoken = SpokenAddresses.in(spoken);
        spoken = SpokenTimes.in(spoken);
        spoken = SpokenNumbers.in(spoken);
        spoken = ACRONYM.apply(Rule.all(WORDS, spoken));
        return speakable(Rule.all(REST, spoken));
    }

    /** Only words, digit by digit and without any sign: for a sentence that the voice breaks down over. */
    static String plain(String text) {
        String words = text.replaceAll("[^\\p{IsLatin}\\d'.,!?]+", " ");
        return speakable(words.replaceAll("(?<=\\d)(?=\\d)", " ").replaceAll("(?<=\\d)[.,](?=\\d)", " "));
    }

    private static String speakable(String text) {
        return SAYS_SOMETHING.matcher(text).find() ? text.strip() : "";
    }

    private static String spelled(String acronym) {
        StringBuilder letters = new StringBuilder();
        for (char letter : acronym.toCharArray()) {
            // A lone A is read as the article.
            letters.append(letters.isEmpty() ? "" : " ").append(letter == 'A' ? "ay" : String.valueOf(letter));
        }
        return letters.toString();
    }
}
