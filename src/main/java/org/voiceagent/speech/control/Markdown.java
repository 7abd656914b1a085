package org.voiceagent.speech.control;

import java.util.regex.Pattern;

/** Takes the markup off a sentence; what it marked stays, as it is what should be heard. */
final class Markdown {

    private static final Pattern LINE_MARKER =
            Pattern.compile("^(?:(?:#{1,6}|>|[-*+•–])\\s+)+(?:\\[[ xX]]\\s+)?|^[#>]+");
    private static final Pattern TABLE_RULE = Pattern.compile("^\\|?[\\s|:-]+\\|[\\s|:-]*$");
    private static final Pattern LINK = Pattern.compile(
            "!?\\[([^\\[\\]]*)](?:\\((?:[^()\\s]|\\([^()\\s]*\\))*(?:\\s+\"[^\"]*\")?\\)|\\[[^\\[\\]]*])");
    private static final Pattern HALF_LINK = Pattern.compile("]\\([^()\\s]*\\)");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\[\\]]{1,20}]");
    private static final Pattern ADDRESS = Pattern.compile("<((?:https?://|mailto:)[^<>\\s]+)>");
    private static final Pattern BREAK = Pattern.compile("</?(?:br|p|div|li|tr|td)\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>|<!--.*?-->");
    private static final Pattern CELL = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<!\\\\)(?:\\*{2,}|_{2,}(?=\\W|$)|(?<=\\W|^)_{2,}|~~|`+|(?<=[^\\s\\\\])\\*|\\*(?=\\S))");
    private static final Pattern UNDERSCORE =
            Pattern.compile("(?<=[^\\p{L}\\p{N}_\\\\]|^)_(?=\\S)|(?<=[^\\s\\\\])_(?=[^\\p{L}\\p{N}_]|$)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|~>-])");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Without one of these there is nothing to take off. */
    private static final String MARKS = "[]<*_`~\\";

    private Markdown() {}

    /** @param lineStart whether the text begins a line, where bullets and headings are marked */
    static String strip(String raw, boolean lineStart) {
        String text = lineStart ? line(raw.strip()) : raw;
        String bare = text.chars().anyMatch(c -> MARKS.indexOf(c) >= 0) ? withoutMarks(text) : text;
        return SPACE.matcher(bare).replaceAll(" ").strip();
    }

    private static String withoutMarks(String marked) {
        String text = FOOTNOTE.matcher(marked).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = HALF_LINK.matcher(text).replaceAll("");
        text = ADDRESS.matcher(text).replaceAll("$1");
        text = BREAK.matcher(text).replaceAll(" ");
        text = TAG.matcher(text).replaceAll("");
        text = EMPHASIS.matcher(text).replaceAll("");
        text = UNDERSCORE.matcher(text).replaceAll("");
        return ESCAPE.matcher(text).replaceAll("$1");
    }

    private static String line(String raw) {
        if (TABLE_RULE.matcher(raw).matches()) {
            return "";
        }
        if (raw.startsWith("|")) {
            String cells = raw.endsWith("|") ? raw.substring(1, raw.length() - 1) : raw.substring(1);
            return CELL.matcher(cells.strip()).replaceAll(", ");
        }
        return LINE_MARKER.matcher(raw).replaceFirst("");
    }
}
