package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.knowledge.entity.Finding;

/**
 * What was found for the latest questions: visitors of one site ask many of the same. By a digest of the question, so that
 * no visitor's words stay here; what was found are the site's. Safe for use by many threads.
 */
final class LatestFindings {

    private static final int MOST = 2_000;
    private static final float LOAD = 0.75f;

    private final Map<String, List<Finding>> findings = new LinkedHashMap<>(MOST, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Finding>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Names a search: a question is not searched for in the same way before and after the sentence model is there.
     *
     * @param by the synonyms, and the languages that are searched, the visitor's first
     * @param wordings of the question, in each of the languages
     */
    static String name(List<String> by, List<PassageSearch.Asked> wordings, int most, boolean byMeaning) {
        List<String> parts = new ArrayList<>(by);
        parts.addAll(List.of(Integer.toString(most), Boolean.toString(byMeaning)));
        wordings.forEach(wording -> {
            parts.add(wording.question().text());
            parts.add(wording.question().own());
            parts.add(Double.toString(wording.share()));
        });
        return EntryName.of(parts);
    }

    Optional<List<Finding>> of(String name) {
        synchronized (findings) {
            return Optional.ofNullable(findings.get(name));
        }
    }

    void keep(String name, List<Finding> found) {
        synchronized (findings) {
            findings.put(name, found);
        }
    }
}
