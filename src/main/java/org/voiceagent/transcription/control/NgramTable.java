package org.voiceagent.transcription.control;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Two figures for each of many sequences of up to three words. A search asks it some hundred thousand times for a
 * second of speech, so it is open addressing over primitives and not a map.
 */
final class NgramTable {

    /** The number that stands for no word in a key. */
    private static final long FREE = -1L;

    private static final int BITS = 21;

    private long[] keys;
    private float[] first;
    private float[] second;
    private int size;

    NgramTable(int expected) {
        allocate(Integer.highestOneBit(Math.max(16, expected * 3 / 2)) << 1);
    }

    static long key(int word) {
        return word + 1L;
    }

    static long key(int before, int word) {
        return (before + 1L) << BITS | (word + 1L);
    }

    static long key(int beforeThat, int before, int word) {
        return (beforeThat + 1L) << (2 * BITS) | (before + 1L) << BITS | (word + 1L);
    }

    /** The last word of a key. */
    static int last(long key) {
        return (int) (key & ((1L << BITS) - 1)) - 1;
    }

    /** The key without its last word; 0 where there was one word only. */
    static long history(long key) {
        return key >>> BITS;
    }

    /** The key without its first word, for keys of two and three words. */
    static long shorter(long key) {
        return key >>> (2 * BITS) != 0 ? key & ((1L << (2 * BITS)) - 1) : key & ((1L << BITS) - 1);
    }

    /** Where the sequence stands, or a negative number. */
    int find(long key) {
        int mask = keys.length - 1;
        for (int i = slot(key, mask); keys[i] != FREE; i = (i + 1) & mask) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    float first(int place) {
        return first[place];
    }

    float second(int place) {
        return second[place];
    }

    void put(long key, float firstFigure, float secondFigure) {
        int place = place(key);
        first[place] = firstFigure;
        second[place] = secondFigure;
    }

    void add(long key, float firstFigure, float secondFigure) {
        int place = place(key);
        first[place] += firstFigure;
        second[place] += secondFigure;
    }

    int size() {
        return size;
    }

    void forEachKey(LongConsumer visitor) {
        for (long key : keys) {
            if (key != FREE) {
                visitor.accept(key);
            }
        }
    }

    private int place(long key) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int mask = keys.length - 1;
        int i = slot(key, mask);
        while (keys[i] != FREE && keys[i] != key) {
            i = (i + 1) & mask;
        }
        if (keys[i] == FREE) {
            keys[i] = key;
            size++;
        }
        return i;
    }

    private void grow() {
        long[] oldKeys = keys;
        float[] oldFirst = first;
        float[] oldSecond = second;
        allocate(oldKeys.length * 2);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                put(oldKeys[i], oldFirst[i], oldSecond[i]);
            }
        }
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        Arrays.fill(keys, FREE);
        first = new float[capacity];
        second = new float[capacity];
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
