package org.voiceagent.knowledge.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A site's synonyms as one language sees them: by stems. */
final class SynonymPhrases {

    static final SynonymPhrases NONE = new SynonymPhrases();

    private final Map<List<String>, Set<List<String>>> others = new HashMap<>();
    private final Set<List<String>> kept = new HashSet<>();
    private int longest;

    private SynonymPhrases() {}

    static SynonymPhrases of(SiteSynonyms synonyms, Lexicon lexicon) {
        SynonymPhrases phrases = new SynonymPhrases();
        synonyms.rules().forEach(rule -> phrases.add(rule, lexicon));
        return phrases;
    }

    private void add(SiteSynonyms.Rule rule, Lexicon lexicon) {
        List<String> phrase = lexicon.stems(rule.phrase());
        List<String> other = lexicon.telling(lexicon.stems(rule.other()));
        longest = Math.max(longest, phrase.size());
        if (rule.kept()) {
            kept.add(phrase);
        }
        if (!other.equals(phrase)) {
            others.computeIfAbsent(phrase, unused -> new LinkedHashSet<>()).add(other);
        }
    }

    /** Stems of the longest phrase. */
    int longest() {
        return longest;
    }

    boolean has(List<String> phrase) {
        return others.containsKey(phrase);
    }

    /** What is searched for instead of the phrase, or as well; nothing where the phrase is none of these. */
    Set<List<String>> of(List<String> phrase) {
        return others.getOrDefault(phrase, Set.of());
    }

    /** What takes the place of the phrase, where it is not searched for itself. */
    Optional<List<String>> insteadOf(List<String> phrase) {
        return kept.contains(phrase) ? Optional.empty() : of(phrase).stream().findFirst();
    }
}
