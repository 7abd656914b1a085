package org.voiceagent.speech.control;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes whatever a pattern finds in another way. */
record Rule(Pattern pattern, Function<MatchResult, String> replacement) {

    /** @param replacement with {@code $1} for the first group */
    static Rule of(String regex, String replacement) {
        Pattern pattern = Pattern.compile(regex);
        return new Rule(pattern, match -> expand(replacement, match));
    }

    static Rule of(String regex, Function<MatchResult, String> replacement) {
        return new Rule(Pattern.compile(regex), replacement);
    }

    static String all(List<Rule> rules, String text) {
        String written = text;
        for (Rule rule : rules) {
            written = rule.apply(written);
        }
        return written;
    }

    String apply(String text) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }

    private static String expand(String replacement, MatchResult match) {
        String first = match.groupCount() > 0 && match.group(1) != null ? match.group(1) : "";
        return replacement.replace("$1", first);
    }
}
