package org.voiceagent.audio;

import java.util.Arrays;

/** Steps through the elements of an EBML file (RFC 8794): each a tag, a length and that many bytes. */
class EbmlCursor {

    private static final int LONGEST_ID = 4;
    private static final int LONGEST_NUMBER = 8;
    private static final long UNKNOWN = -1;

    private final byte[] bytes;
    private int at;
    private long id;
    private long length;

    EbmlCursor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Steps to the next element, right behind the last one's head or, once skipped, its end; false at the file's end. */
    boolean next() {
        int idBytes = width(at);
        int lengthAt = at + idBytes;
        if (idBytes == 0 || lengthAt + width(lengthAt) > bytes.length || width(lengthAt) == 0) {
            return false;
        }
        if (idBytes > LONGEST_ID) {
            throw new BrokenAudio("WebM with an element that has no name");
        }
        id = bigEndian(at, idBytes);
        length = variable(lengthAt);
        at = lengthAt + width(lengthAt);
        return true;
    }

    long id() {
        return id;
    }

    void skip() {
        at = end();
    }

    byte[] all() {
        return bytes;
    }

    /** Where the element's contents begin. */
    int start() {
        return at;
    }

    /** Where the element's contents end, or the file's if that comes earlier. */
    int end() {
        if (length == UNKNOWN) {
            throw new BrokenAudio("WebM with an endless element");
        }
        return (int) Math.min(bytes.length, at + length);
    }

    /** Whether the file ends before the element does. */
    boolean cutOff() {
        return end() < at + length;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(bytes, start(), end());
    }

    /** The element's contents as an unsigned number. */
    long number() {
        return bigEndian(start(), Math.min(LONGEST_NUMBER, end() - start()));
    }

    /** The bytes a variable-length number takes by its first byte; 0 at the end of the file. */
    int width(int position) {
        if (position >= bytes.length) {
            return 0;
        }
        return Integer.numberOfLeadingZeros(bytes[position] & 0xFF) - 23;
    }

    /** The variable-length number there; -1 where all its bits are set, which means that nobody knows. */
    long variable(int position) {
        int width = width(position);
        if (width == 0 || width > LONGEST_NUMBER || position + width > bytes.length) {
            throw new BrokenAudio("WebM cut off in a number");
        }
        long mask = (1L << (7 * width)) - 1;
        long value = bigEndian(position, width) & mask;
        return value == mask ? UNKNOWN : value;
    }

    private long bigEndian(int position, int count) {
        long value = 0;
        for (int i = position; i < position + count; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }
}
