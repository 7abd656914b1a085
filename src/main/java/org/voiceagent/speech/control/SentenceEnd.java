package org.voiceagent.speech.control;

import java.util.Locale;

/**
 * Tells whether a sentence ends at a stop or at a line's end. Where it cannot be known before more text comes, it says
 * so; more text then changes "unknown" only, never a verdict. In doubt it is no end: two sentences spoken as one
 * sound better than half of one.
 */
class SentenceEnd {

    /** There is no end here. */
    static final int NONE = -1;

    /** More text must come first. */
    static final int UNKNOWN = -2;

    private static final String STOPS = ".!?…";
    /** Stops of scripts that put no space after them, or use them for nothing else. */
    private static final String CERTAIN_STOPS = "。！？｡؟۔।॥";

    private static final String CLOSERS = "\"'”’»›)]}」』）】〉》*_`~";
    private static final String OPENERS = "\"'“‘«‹„([{「『（*_`~¿¡";
    private static final String BULLETS = "-*+•–";

    private final CharSequence text;
    private final boolean lineStart;
    private final boolean complete;

    SentenceEnd(CharSequence text, boolean lineStart, boolean complete) {
        this.text = text;
        this.lineStart = lineStart;
        this.complete = complete;
    }

    static boolean isStop(char c) {
        return STOPS.indexOf(c) >= 0 || CERTAIN_STOPS.indexOf(c) >= 0;
    }

    /** Where the sentence ends, after the stop and what closes it, if it does. */
    int atStop(int stop) {
        boolean certain = false;
        int end = stop;
        while (end < text.length() && (isStop(text.charAt(end)) || closes(text.charAt(end)))) {
            certain |= CERTAIN_STOPS.indexOf(text.charAt(end)) >= 0;
            end++;
        }
        int next = skipSpace(end);
        if (next == text.length()) {
            return complete ? end : UNKNOWN;
        }
        if (certain) {
            return end;
        }
        if (next == end) {
            return NONE;
        }
        boolean bare = text.charAt(stop) == '.' && !isStop(text.charAt(stop + 1));
        return verdict(bare ? stop : NONE, end, next);
    }

    /** Whether the paragraph, heading or list item ends with its line; if not, the next line goes on with it. */
    int atNewline(int newline) {
        int next = newline + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        if (next == text.length()) {
            return complete ? newline : UNKNOWN;
        }
        if (text.charAt(next) == '\n' || isMarked(next)) {
            return newline;
        }
        return !complete && maybeMarked(next) ? UNKNOWN : NONE;
    }

    /** Whether a list item, heading, quotation, table row or fence starts here, at the start of a line. */
    boolean isMarked(int start) {
        int at = afterMarker(start);
        boolean bullet = at > start && at < text.length() && Character.isWhitespace(text.charAt(at));
        return bullet || "#>|".indexOf(text.charAt(start)) >= 0 || repeats(start, '`') || repeats(start, '-');
    }

    /** The text ends where a marker still could. */
    private boolean maybeMarked(int start) {
        boolean ticks = text.charAt(start) == '`' && start + 3 > text.length();
        int at = afterMarker(start);
        int digits = afterDigits(start);
        return ticks || at > start && at == text.length() || digits > start && digits == text.length();
    }

    private int afterMarker(int start) {
        if (BULLETS.indexOf(text.charAt(start)) >= 0) {
            return start + 1;
        }
        int digits = afterDigits(start);
        boolean numbered = digits > start && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0;
        return numbered ? digits + 1 : start;
    }

    private int afterDigits(int start) {
        int at = start;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean repeats(int start, char c) {
        boolean there = start + 3 <= text.length();
        return there && text.charAt(start) == c && text.charAt(start + 1) == c && text.charAt(start + 2) == c;
    }

    private int verdict(int fullStop, int end, int next) {
        int word = next;
        while (word < text.length() && OPENERS.indexOf(text.charAt(word)) >= 0) {
            word++;
        }
        int afterWord = word;
        while (afterWord < text.length() && Character.isLetter(text.charAt(afterWord))) {
            afterWord++;
        }
        if (afterWord == text.length() && !complete) {
            return UNKNOWN;
        }
        String follower = text.subSequence(word, Math.max(afterWord, Math.min(word + 1, text.length())))
                .toString();
        if (follower.isEmpty()) {
            return end;
        }
        boolean goesOn = Character.isLowerCase(follower.codePointAt(0));
        boolean within = fullStop >= 0 && isWithin(fullStop, follower);
        return goesOn || within ? NONE : end;
    }

    /** Whether the full stop belongs to an abbreviation or a number, and the sentence goes on. */
    private boolean isWithin(int stop, String follower) {
        int start = wordStart(stop);
        String word = text.subSequence(start, stop).toString();
        boolean listNumber = start == 0 && lineStart && afterDigits(0) == stop;
        int before = Math.max(0, start - 1);
        String wordBefore = text.subSequence(wordStart(before), before).toString();
        return listNumber
                || Abbreviations.neverLast(word)
                || Abbreviations.withNumber(word) && Character.isDigit(follower.charAt(0))
                || Abbreviations.isOrdinal(wordBefore.toLowerCase(Locale.ROOT), word, follower);
    }

    private int wordStart(int end) {
        int start = end;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && !opens(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean opens(char c) {
        return OPENERS.indexOf(c) >= 0;
    }

    /** Pictures after a stop belong to the sentence they comment on. */
    private static boolean closes(char c) {
        return CLOSERS.indexOf(c) >= 0 || Character.isSurrogate(c) || Character.getType(c) == Character.OTHER_SYMBOL;
    }
}
