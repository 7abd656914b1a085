package org.voiceagent.knowledge.control;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.voiceagent.knowledge.entity.Passage;

/** Where the sentences of all passages lie in the space of meanings. */
final class SentenceVectors {

    // a sentence alone often leaves out what it speaks of, but with the title in front all sound alike
    private static final float TITLED = 2f / 3;

    private final SentenceModel model;
    private final List<float[][]> passages;

    /** Computes them all, one after the other: about 40 ms of one core for each sentence. */
    SentenceVectors(SentenceModel model, List<Passage> passages) {
        this.model = model;
        this.passages = passages.stream().map(this::vectors).toList();
    }

    private float[][] vectors(Passage passage) {
        return sentences(passage.text()).stream()
                .map(sentence -> mixed(model.vector(passage.title() + ". " + sentence), model.vector(sentence)))
                .toArray(float[][]::new);
    }

    private static float[] mixed(float[] titled, float[] alone) {
        float[] mixed = new float[titled.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = TITLED * titled[i] + (1 - TITLED) * alone[i];
        }
        return mixed;
    }

    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(text.substring(start, end).strip());
            start = end;
        }
        return sentences;
    }

    float[] of(String question) {
        return model.vector(question);
    }

    /** The likeness of a passage's closest sentence, -1 to 1. */
    double closeness(float[] question, int passage) {
        double closest = -1;
        for (float[] sentence : passages.get(passage)) {
            closest = Math.max(closest, SentenceModel.dot(question, sentence));
        }
        return closest;
    }
}
