package org.voiceagent.knowledge.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the fetching of a page; nothing of any other document.
 *
 * @param etag as its server said it
 * @param lastModified as its server said it
 * @param checkedAt when it was fetched or asked for last
 * @param problem why that failed, a sentence
 */
public record Fetched(
        Optional<String> etag, Optional<String> lastModified, Optional<Instant> checkedAt, Optional<String> problem) {

    public static final Fetched NEVER =
            new Fetched(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
