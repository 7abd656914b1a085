package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.voiceagent.knowledge.entity.Passage;

/**
 * What sentences mean, over all states of the knowledge base: one that has not changed is not computed again. Loads the
 * sentence model when it is asked for the first time. Safe for use by many threads.
 */
final class SentenceMeanings {

    private final int most;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();
    private Optional<SentenceModel> model = Optional.empty();
    private boolean loaded;

    /** @param most sentences of which it keeps what they mean, 1.5 kB each */
    SentenceMeanings(int most) {
        this.most = most;
    }

    private synchronized Optional<SentenceModel> model() throws IOException {
        if (!loaded) {
            model = SentenceModel.load();
            loaded = true;
        }
        return model;
    }

    /** Whether sentences are so many that their meanings would take too much time and memory. */
    boolean tooMany(int sentences) {
        return sentences > most;
    }

    /** How many of the passages' sentences would have to be computed, about 30 ms of one core each. */
    int unknown(List<Passage> passages) {
        return (int) passages.stream()
                .flatMap(passage -> sentences(passage).stream())
                .filter(sentence -> !known.containsKey(sentence))
                .count();
    }

    /**
     * Learns what is not known yet, one sentence after the other, and forgets what is in none of the passages.
     *
     * @param wanted whether to go on
     * @return empty when this WAR has no sentence model, when there are too many sentences, and when it is not wanted any more
     */
    Optional<SentenceVectors> of(List<Passage> passages, BooleanSupplier wanted) throws IOException {
        List<List<String>> sentences =
                passages.stream().map(SentenceMeanings::sentences).toList();
        Set<String> all = new HashSet<>();
        sentences.forEach(all::addAll);
        if (tooMany(all.size())) {
            known.keySet().retainAll(all);
            return Optional.empty();
        }
        if (model().isEmpty()) {
            return Optional.empty();
        }
        SentenceModel loadedModel = model().get();
        List<float[][]> vectors = new ArrayList<>();
        for (List<String> passage : sentences) {
            if (!wanted.getAsBoolean()) {
                return Optional.empty();
            }
            vectors.add(passage.stream()
                    .map(sentence -> known.computeIfAbsent(sentence, loadedModel::sentence))
                    .toArray(float[][]::new));
        }
        known.keySet().retainAll(all);
        List<Integer> topics =
                passages.stream().map(passage -> passage.topics().size()).toList();
        return Optional.of(new SentenceVectors(loadedModel, vectors, topics));
    }

    /** A sentence alone often leaves out what it speaks of. All of them for one topic, then for the next. */
    private static List<String> sentences(Passage passage) {
        List<String> alone = PassageSentences.of(passage.text());
        return passage.topics().stream()
                .flatMap(topic -> alone.stream().map(sentence -> topic(topic) + sentence))
                .toList();
    }

    private static String topic(String words) {
        return words.endsWith("?") ? words + " " : words + ". ";
    }
}
