package org.voiceagent.transcription.control;

import java.util.List;

/**
 * How likely a word follows two others in the sentences it has learnt. What was never seen falls back by Witten and
 * Bell's rule: a history that was followed by many different words leaves more to the shorter history.
 */
final class DomainNgrams {

    private final GeneralEnglish general;
    private final NgramTable counts = new NgramTable(1 << 16);
    /** By history: how often it was seen, and by how many different words it was followed. */
    private final NgramTable histories = new NgramTable(1 << 15);

    DomainNgrams(GeneralEnglish general) {
        this.general = general;
    }

    /** Learns a sentence of word numbers, without its marks. */
    void learn(List<Integer> sentence, float weight) {
        int beforeThat = -1;
        int before = Vocabulary.START;
        for (int i = 0; i <= sentence.size(); i++) {
            int word = i < sentence.size() ? sentence.get(i) : Vocabulary.END;
            if (beforeThat >= 0) {
                count(NgramTable.key(beforeThat, before, word), weight);
            }
            count(NgramTable.key(before, word), weight);
            count(NgramTable.key(word), weight);
            beforeThat = before;
            before = word;
        }
    }

    private void count(long key, float weight) {
        boolean known = counts.find(key) >= 0;
        counts.add(key, weight, 0);
        histories.add(NgramTable.history(key), weight, known ? 0 : weight);
    }

    double probability(int word) {
        return blend(NgramTable.key(word), general.probability(word));
    }

    double probability(int before, int word) {
        return blend(NgramTable.key(before, word), probability(word));
    }

    double probability(int beforeThat, int before, int word) {
        return blend(NgramTable.key(beforeThat, before, word), probability(before, word));
    }

    private double blend(long key, double shorter) {
        int history = histories.find(NgramTable.history(key));
        if (history < 0) {
            return shorter;
        }
        int place = counts.find(key);
        double seen = place < 0 ? 0 : counts.first(place);
        double different = histories.second(history);
        return (seen + different * shorter) / (histories.first(history) + different);
    }
}
