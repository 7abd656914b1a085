package org.voiceagent.knowledge.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What has become of a document of the knowledge base on this member.
 *
 * @param name of its file, the URL of a page, the question of an accepted answer
 * @param origin {@code folder}, {@code upload}, {@code answer} or {@code page}
 * @param title as visitors read it; its name while it has never been read
 * @param language as its name or it itself says, a BCP 47 tag
 * @param passages that answers may rest on; of one that was read before and is refused now, those it had then
 * @param bytes of its file
 * @param read when that was tried last
 * @param refused why it could not be read, after the words "it"; empty when it was
 */
public record KnowledgeDocument(
        String name,
        String origin,
        String title,
        Optional<String> language,
        int passages,
        long bytes,
        Instant read,
        Optional<String> refused) {}
