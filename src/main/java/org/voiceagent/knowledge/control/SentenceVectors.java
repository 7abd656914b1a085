package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.List;
import org.voiceagent.knowledge.entity.Passage;

/** Where the sentences of all passages lie in the space of meanings. */
final class SentenceVectors {

    private final SentenceModel model;
    private final List<float[][]> passages;

    /** Computes them all, one after the other: about 30 ms of one core for each sentence. */
    SentenceVectors(SentenceModel model, List<Passage> passages) {
        this.model = model;
        this.passages = passages.stream().map(this::vectors).toList();
    }

    private float[][] vectors(Passage passage) {
        return PassageSentences.of(passage.text()).stream()
                // a sentence alone often leaves out what it speaks of
                .map(sentence -> model.sentence(passage.title() + ". " + sentence))
                .toArray(float[][]::new);
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
}
