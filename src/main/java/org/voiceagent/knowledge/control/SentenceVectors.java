package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Where the sentences of all passages lie in the space of meanings. */
final class SentenceVectors {

    private final SentenceModel model;
    private final List<float[][]> passages;
    private final List<Integer> topics;

    /**
     * @param passages the vectors of the sentences of each, for one topic after the other
     * @param topics of each
     */
    SentenceVectors(SentenceModel model, List<float[][]> passages, List<Integer> topics) {
        this.model = model;
        this.passages = List.copyOf(passages);
        this.topics = List.copyOf(topics);
    }

    /** The likeness of each sentence of each passage to a question, -1 to 1. */
    List<double[]> closeness(String question) {
        float[] asked = model.question(question);
        return IntStream.range(0, passages.size())
                .mapToObj(passage -> closest(asked, passages.get(passage), topics.get(passage)))
                .toList();
    }

    /** Of each sentence, with the topic that brings it nearest. */
    private static double[] closest(float[] asked, float[][] vectors, int topics) {
        double[] likeness = new double[vectors.length / topics];
        Arrays.fill(likeness, -1);
        for (int at = 0; at < vectors.length; at++) {
            int sentence = at % likeness.length;
            likeness[sentence] = Math.max(likeness[sentence], SentenceModel.dot(asked, vectors[at]));
        }
        return likeness;
    }

    /** Of memory. */
    long bytes() {
        return passages.stream()
                .flatMap(Arrays::stream)
                .mapToLong(vector -> (long) vector.length * Float.BYTES)
                .sum();
    }
}
