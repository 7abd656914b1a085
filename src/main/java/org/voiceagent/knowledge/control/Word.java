package org.voiceagent.knowledge.control;

import java.util.List;
import java.util.Set;

/**
 * A word or phrase of a text as the index sees it.
 *
 * @param stems of its words, in order; one but for a phrase
 * @param meanings names of the groups of synonyms it belongs to
 * @param alternatives stems of other words or phrases that the site's visitors mean by it
 * @param weight how much it says about what a text is about: 0 for a function word, 1 for a subject
 */
record Word(List<String> stems, Set<String> meanings, Set<List<String>> alternatives, double weight) {

    Word {
        stems = List.copyOf(stems);
        meanings = Set.copyOf(meanings);
        alternatives = Set.copyOf(alternatives);
    }

    Word weighing(double factor) {
        return new Word(stems, meanings, alternatives, weight * factor);
    }

    boolean sameAs(Word other) {
        if (stems.equals(other.stems) || alternatives.contains(other.stems)) {
            return true;
        }
        for (String meaning : meanings) {
            if (other.meanings.contains(meaning)) {
                return true;
            }
        }
        return false;
    }
}
