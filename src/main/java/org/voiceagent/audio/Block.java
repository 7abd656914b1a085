package org.voiceagent.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The packets of one block of a Matroska file (RFC 9559, 10). */
record Block(long track, List<Frame> frames) {

    /** Where a packet lies in the file. */
    record Frame(int start, int length) {}

    private static final int TIME_AND_FLAGS = 3;
    private static final int LACING = 0x06;
    private static final int XIPH = 0x02;
    private static final int FIXED = 0x04;
    private static final int FULL = 255;

    /** Reads the block the cursor stands on. */
    static Block read(EbmlCursor cursor) {
        int end = cursor.end();
        int afterTrack = cursor.start() + cursor.width(cursor.start());
        int at = afterTrack + TIME_AND_FLAGS;
        if (at > end) {
            throw new BrokenAudio("WebM with a block too short for its head");
        }
        long track = cursor.variable(cursor.start());
        int lacing = cursor.all()[at - 1] & LACING;
        if (lacing == 0) {
            return new Block(track, List.of(new Frame(at, end - at)));
        }
        return new Block(track, at == end ? List.of() : laced(cursor, lacing, at, end));
    }

    private static List<Frame> laced(EbmlCursor cursor, int lacing, int at, int end) {
        int count = (cursor.all()[at] & 0xFF) + 1;
        int first = at + 1;
        if (lacing == FIXED) {
            int[] lengths = new int[count];
            Arrays.fill(lengths, (end - first) / count);
            return frames(lengths, first, end);
        }
        return lacing == XIPH ? xiph(cursor.all(), count, first, end) : ebml(cursor, count, first, end);
    }

    /** Lengths as runs of 255; the last packet takes what is left. */
    private static List<Frame> xiph(byte[] bytes, int count, int first, int end) {
        int at = first;
        int[] lengths = new int[count];
        for (int i = 0; i < count - 1; i++) {
            int part;
            do {
                if (at >= end) {
                    throw new BrokenAudio("WebM cut off in a block");
                }
                part = bytes[at++] & 0xFF;
                lengths[i] += part;
            } while (part == FULL);
        }
        lengths[count - 1] = Integer.MAX_VALUE;
        return frames(lengths, at, end);
    }

    /** The first length, then the differences; the last packet takes what is left. */
    private static List<Frame> ebml(EbmlCursor cursor, int count, int first, int end) {
        int at = first;
        int[] lengths = new int[count];
        for (int i = 0; i < count - 1; i++) {
            int width = cursor.width(at);
            long value = cursor.variable(at);
            if (i > 0) {
                long bias = (1L << (7 * width - 1)) - 1;
                value = lengths[i - 1] + value - bias;
            }
            lengths[i] = (int) Math.max(0, Math.min(value, end));
            at += width;
        }
        lengths[count - 1] = Integer.MAX_VALUE;
        return frames(lengths, at, end);
    }

    private static List<Frame> frames(int[] lengths, int first, int end) {
        List<Frame> frames = new ArrayList<>();
        int at = first;
        for (int length : lengths) {
            if (at >= end) {
                break;
            }
            int there = Math.min(length, end - at);
            frames.add(new Frame(at, there));
            at += there;
        }
        return frames;
    }
}
