package org.voiceagent.speech.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a response into sentences while it is being written, and takes the Markdown off them. A sentence is given out
 * once what follows it shows that it is over, so the pieces in which the text arrives make no difference. Text that
 * has nothing to pronounce (rules, lone symbols, blocks of code) is left out. For one response and one thread.
 */
public final class SentenceSplitter {

    /** Longer sentences are cut at a clause, in characters: no listener waits that long for a breath. */
    static final int LONGEST = 300;

    /** A clause of the first sentence is given out alone from here on, so that speech starts early. */
    static final int LONG_ENOUGH = 45;

    private static final int SHORTEST_CUT = 60;
    private static final String CLAUSE_MARKS = ",;:–—，、；：،؛";
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final String FENCE = "```";

    private final StringBuilder pending = new StringBuilder();
    private boolean lineStart = true;
    private boolean first = true;
    private boolean complete;

    /** The sentences of a whole text. */
    public static List<String> split(String text) {
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = new ArrayList<>(splitter.add(text));
        sentences.addAll(splitter.rest());
        return sentences;
    }

    /** The sentences that the next piece of the text completes. */
    public List<String> add(String delta) {
        pending.append(delta.replace("\r", "").replace(NO_BREAK_SPACE, ' '));
        return finished();
    }

    /** What is left at the end of the text; nothing may be added afterwards. */
    public List<String> rest() {
        complete = true;
        return finished();
    }

    private List<String> finished() {
        List<String> sentences = new ArrayList<>();
        for (Optional<String> next = cut(); next.isPresent(); next = cut()) {
            if (next.get().codePoints().anyMatch(Character::isLetterOrDigit)) {
                sentences.add(next.get());
                first = false;
            }
        }
        return sentences;
    }

    /** Takes the next sentence off what is pending; empty when none is over. */
    private Optional<String> cut() {
        dropSpace();
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        int end = lineStart && startsWithFence() ? endOfCode() : end();
        if (end == SentenceEnd.UNKNOWN) {
            return Optional.empty();
        }
        String raw = pending.substring(0, end);
        pending.delete(0, end);
        String text = lineStart && raw.startsWith(FENCE) ? "" : Markdown.strip(raw, lineStart);
        lineStart = false;
        return Optional.of(text);
    }

    private void dropSpace() {
        int spaces = 0;
        while (spaces < pending.length() && Character.isWhitespace(pending.charAt(spaces))) {
            lineStart |= pending.charAt(spaces) == '\n';
            spaces++;
        }
        pending.delete(0, spaces);
    }

    /** True too while it may become one. */
    private boolean startsWithFence() {
        int there = Math.min(pending.length(), FENCE.length());
        return FENCE.startsWith(pending.substring(0, there)) && (there == FENCE.length() || !complete);
    }

    private int endOfCode() {
        int close = pending.indexOf("\n" + FENCE);
        int end = close < 0 ? -1 : pending.indexOf("\n", close + 1);
        return end < 0 ? unlessComplete(pending.length()) : end;
    }

    private int end() {
        SentenceEnd ends = new SentenceEnd(pending, lineStart, complete);
        boolean marked = lineStart && ends.isMarked(0);
        for (int at = 0; at < pending.length(); at++) {
            int end = SentenceEnd.NONE;
            if (pending.charAt(at) == '\n') {
                end = marked ? at : ends.atNewline(at);
            } else if (SentenceEnd.isStop(pending.charAt(at))) {
                end = ends.atStop(at);
            } else if (first && at >= LONG_ENOUGH && isClauseMark(at)) {
                end = afterClause(at);
            }
            if (end != SentenceEnd.NONE) {
                return end;
            }
            if (at + 1 == LONGEST) {
                return longest();
            }
        }
        return unlessComplete(pending.length());
    }

    private int afterClause(int at) {
        if (at + 1 == pending.length()) {
            return unlessComplete(at + 1);
        }
        return Character.isWhitespace(pending.charAt(at + 1)) ? at + 1 : SentenceEnd.NONE;
    }

    private int unlessComplete(int end) {
        return complete ? end : SentenceEnd.UNKNOWN;
    }

    private int longest() {
        int space = 0;
        for (int at = LONGEST - 1; at >= SHORTEST_CUT; at--) {
            if (Character.isWhitespace(pending.charAt(at))) {
                if (isClauseMark(at - 1)) {
                    return at;
                }
                space = Math.max(space, at);
            }
        }
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(pending.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private boolean isClauseMark(int at) {
        return CLAUSE_MARKS.indexOf(pending.charAt(at)) >= 0;
    }
}
