package org.voiceagent.knowledge.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What has become of a document of the knowledge folder on this member.
 *
 * @param name of its file
 * @param title as visitors read it; its name while it has never been read
 * @param language as it says itself, a BCP 47 tag
 * @param passages that answers may rest on; of one that was read before and is refused now, those it had then
 * @param bytes of its file
 * @param read when that was tried last
 * @param refused why it could not be read, after the words "it"; empty when it was
 */
public record KnowledgeDocument(
        String name,
        String title,
        Optional<String> language,
        int passages,
        long bytes,
        Instant read,
        Optional<String> refused) {}
