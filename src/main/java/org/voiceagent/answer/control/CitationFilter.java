package org.voiceagent.answer.control;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the marks {@code [1]}, {@code [2, 3]} out of a response as it arrives and remembers their numbers. What may be
 * the beginning of a mark is held back until it is clear.
 */
final class CitationFilter {

    private static final Pattern MARK = Pattern.compile("\\s*\\[(\\d{1,2}(?:\\s*[,;\\u2013-]\\s*\\d{1,2})*)]");
    private static final Pattern PERHAPS_MARK = Pattern.compile("(?:\\s*\\[[\\d\\s,;\\u2013-]{0,40}|\\s+)$");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");

    private final Set<Integer> cited = new LinkedHashSet<>();
    private String held = "";

    /** Takes the next piece, gives what is certain to be text. */
    String accept(String delta) {
        String text = withoutMarks(held + delta);
        Matcher open = PERHAPS_MARK.matcher(text);
        int certain = open.find() ? open.start() : text.length();
        held = text.substring(certain);
        return text.substring(0, certain);
    }

    /** The response is complete: what was held back is text after all. */
    String finish() {
        String rest = held.stripTrailing();
        held = "";
        return rest;
    }

    /** The numbers, in the order of their first mark. */
    Set<Integer> cited() {
        return cited;
    }

    private String withoutMarks(String text) {
        return MARK.matcher(text).replaceAll(mark -> {
            NOT_DIGITS.splitAsStream(mark.group(1)).map(Integer::valueOf).forEach(cited::add);
            return "";
        });
    }
}
