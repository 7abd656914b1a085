package org.voiceagent.transcription.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The n-grams of general English in the recogniser's data, read in the file's own order. The file is a trie from the
 * last word of an n-gram backwards: each word leads to the words before it, and each of these pairs to the words before
 * that. The whole model is too big to search with, so it is walked once, and only what the vocabulary needs is kept.
 */
final class EnglishNgrams {

    /** Receives one pair: logarithms to base e. */
    interface Pair {
        void accept(int before, int word, double logProbability, double logBackoff);
    }

    /** Receives one triple. */
    interface Triple {
        void accept(int beforeThat, int before, int word, double logProbability);
    }

    private static final String HEADER = "Trie Language Model";
    private static final int QUANTISED_TO_16_BITS = 1;
    private static final int TABLE = 1 << 16;
    private static final int WEIGHT_BITS = 16;
    /** The file's logarithms are to this base. */
    private static final double LOG_OF_BASE = Math.log(1.0001);

    private final ByteBuffer bytes;
    private final int unigrams;
    private final int unigramsAt;
    private final float[][] tables = new float[3][TABLE];
    private final int wordBits;
    private final int nextBits;
    private final int pairsAt;
    private final int triplesAt;
    private final List<String> words;

    private EnglishNgrams(ByteBuffer bytes) throws IOException {
        this.bytes = bytes;
        requireHeader();
        unigrams = bytes.getInt();
        int pairs = bytes.getInt();
        int triples = bytes.getInt();
        if (bytes.getInt() != QUANTISED_TO_16_BITS) {
            throw new IOException("The language model is not quantised to 16 bits");
        }
        for (float[] table : tables) {
            bytes.asFloatBuffer().get(table);
            bytes.position(bytes.position() + TABLE * Float.BYTES);
        }
        unigramsAt = bytes.position();
        wordBits = bitsFor(unigrams);
        nextBits = bitsFor(triples);
        pairsAt = unigramsAt + (unigrams + 1) * 3 * Integer.BYTES;
        triplesAt = pairsAt + bytesFor(pairs, pairBits());
        bytes.position(triplesAt + bytesFor(triples, tripleBits()));
        words = readWords();
    }

    /** Takes about 30 MB until it is let go. */
    static EnglishNgrams read(InputStream file) throws IOException {
        return new EnglishNgrams(ByteBuffer.wrap(file.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
    }

    private void requireHeader() throws IOException {
        byte[] header = new byte[HEADER.length()];
        bytes.get(header);
        if (!HEADER.equals(new String(header, StandardCharsets.US_ASCII)) || bytes.get() != 3) {
            throw new IOException("Not a trie of n-grams up to three words");
        }
    }

    private List<String> readWords() {
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        return List.of(new String(text, StandardCharsets.UTF_8).split("\0"));
    }

    /** All words, most frequent first. */
    List<String> byFrequency() {
        return IntStream.range(0, unigrams)
                .boxed()
                .sorted(Comparator.comparing((Integer word) -> -logProbability(word)))
                .map(words::get)
                .toList();
    }

    /** The unigrams of a vocabulary: the logarithm of the probability and of the backoff weight, by word. */
    Map<String, double[]> unigrams(Vocabulary vocabulary) {
        Map<String, double[]> found = new HashMap<>();
        for (int word = 0; word < unigrams; word++) {
            if (vocabulary.number(words.get(word)).isPresent()) {
                found.put(words.get(word), new double[] {logProbability(word), logBackoff(word)});
            }
        }
        return found;
    }

    /** Visits every pair and triple whose words are all in the vocabulary, with the vocabulary's numbers. */
    void visit(Vocabulary vocabulary, Pair onPair, Triple onTriple) {
        int[] numbers = new int[unigrams];
        for (int word = 0; word < unigrams; word++) {
            numbers[word] = vocabulary.number(words.get(word)).orElse(-1);
        }
        for (int word = 0; word < unigrams; word++) {
            if (numbers[word] >= 0) {
                visitPairs(word, numbers, onPair, onTriple);
            }
        }
    }

    private void visitPairs(int word, int[] numbers, Pair onPair, Triple onTriple) {
        for (int pair = firstPair(word); pair < firstPair(word + 1); pair++) {
            long at = (long) pair * pairBits();
            int before = numbers[read(pairsAt, at, wordBits)];
            if (before >= 0) {
                double backoff = log(tables[1][read(pairsAt, at + wordBits, WEIGHT_BITS)]);
                double probability = log(tables[0][read(pairsAt, at + wordBits + WEIGHT_BITS, WEIGHT_BITS)]);
                onPair.accept(before, numbers[word], probability, backoff);
                visitTriples(pair, before, numbers[word], numbers, onTriple);
            }
        }
    }

    private void visitTriples(int pair, int before, int word, int[] numbers, Triple onTriple) {
        long nextAt = (long) pair * pairBits() + wordBits + 2 * WEIGHT_BITS;
        int end = read(pairsAt, nextAt + pairBits(), nextBits);
        for (int triple = read(pairsAt, nextAt, nextBits); triple < end; triple++) {
            long at = (long) triple * tripleBits();
            int beforeThat = numbers[read(triplesAt, at, wordBits)];
            if (beforeThat >= 0) {
                double probability = log(tables[2][read(triplesAt, at + wordBits, WEIGHT_BITS)]);
                onTriple.accept(beforeThat, before, word, probability);
            }
        }
    }

    private double logProbability(int word) {
        return log(bytes.getFloat(unigramsAt + word * 12));
    }

    private double logBackoff(int word) {
        return log(bytes.getFloat(unigramsAt + word * 12 + 4));
    }

    private int firstPair(int word) {
        return bytes.getInt(unigramsAt + word * 12 + 8);
    }

    private int pairBits() {
        return wordBits + 2 * WEIGHT_BITS + nextBits;
    }

    private int tripleBits() {
        return wordBits + WEIGHT_BITS;
    }

    private int read(int base, long bit, int bits) {
        int value = bytes.getInt(base + (int) (bit >> 3));
        return value >>> (int) (bit & 7) & ((1 << bits) - 1);
    }

    private static double log(float stored) {
        return stored * LOG_OF_BASE;
    }

    private static int bitsFor(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value);
    }

    /** One entry more for the end of the last range, and eight bytes so that reading a word never runs over. */
    private static int bytesFor(int entries, int bits) {
        return (int) (((1L + entries) * bits + 7) / 8) + 8;
    }
}
