package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.List;

/** Where the sentences of all passages lie in the space of meanings. */
final class SentenceVectors {

    private final SentenceModel model;
    private final List<float[][]> passages;

    /** @param passages the vectors of the sentences of each */
    SentenceVectors(SentenceModel model, List<float[][]> passages) {
        this.model = model;
        this.passages = List.copyOf(passages);
    }

    /** The likeness of each sentence of each passage to a question, -1 to 1. */
    List<double[]> closeness(String question) {
        float[] asked = model.question(question);
        return passages.stream()
                .map(sentences -> Arrays.stream(sentences)
                        .mapToDouble(sentence -> SentenceModel.dot(asked, sentence))
                        .toArray())
                .toList();
    }

    /** Of memory. */
    long bytes() {
        return passages.stream()
                .flatMap(Arrays::stream)
                .mapToLong(vector -> (long) vector.length * Float.BYTES)
                .sum();
    }
}
