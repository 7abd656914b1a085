package org.voiceagent.knowledge.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What this member knows, and where it is from.
 *
 * @param version of the passages: the same on members that know the same
 * @param built when the index was
 * @param bytes of memory it takes, at least
 * @param byMeaning whether questions are compared with passages by meaning as well as by words
 * @param reading whether the folder is being read
 * @param watched whether it is looked for changes by itself
 * @param trouble why what is in the folder now is not what is known; empty when it is
 * @param documents by name
 */
public record KnowledgeReport(
        String version,
        Instant built,
        int passages,
        long bytes,
        boolean byMeaning,
        boolean reading,
        boolean watched,
        Optional<String> trouble,
        List<KnowledgeDocument> documents) {

    public KnowledgeReport {
        documents = List.copyOf(documents);
    }
}
