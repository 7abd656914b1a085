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
 * @param trouble why what is in the folder, or in the file of synonyms, is not what counts; empty when it is
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

    /** The same, with another trouble where there is none of the folder. */
    public KnowledgeReport orTrouble(Optional<String> other) {
        return new KnowledgeReport(
                version, built, passages, bytes, byMeaning, reading, watched, trouble.or(() -> other), documents);
    }
}
