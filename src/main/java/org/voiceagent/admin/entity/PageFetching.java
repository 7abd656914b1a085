package org.voiceagent.admin.entity;

import java.time.Instant;
import java.util.Optional;
import org.voiceagent.knowledge.entity.FetchReport;

/**
 * How the fetching of pages stands.
 *
 * @param on whether the configuration names pages
 * @param running whether they are being fetched, or are about to
 * @param pages that are known
 * @param begunAt when it began last
 * @param endedAt when it came to its end last
 * @param report of the last one that did
 */
public record PageFetching(
        boolean on,
        boolean running,
        int pages,
        Optional<Instant> begunAt,
        Optional<Instant> endedAt,
        Optional<FetchReport> report) {

    public static final PageFetching OFF =
            new PageFetching(false, false, 0, Optional.empty(), Optional.empty(), Optional.empty());
}
