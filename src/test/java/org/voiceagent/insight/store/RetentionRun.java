package org.voiceagent.insight.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.voiceagent.insight.entity.LogRow;
import org.voiceagent.insight.entity.Rows;

/**
 * Old turns are deleted while a server writes on.
 *
 * @param batches that were written meanwhile
 * @param slowest of them
 * @param taken by deleting
 */
public record RetentionRun(int batches, Duration slowest, Duration taken) {

    private static final int WRITTEN_AT_ONCE = 100;
    private static final String MEMBER = "6f1b0c1e-0000-4000-8000-000000000002";

    /** @param before which turns are old */
    public static RetentionRun of(DataSource source, Instant before) {
        try (LogRows writer = new LogTables(source).rows(Map.of());
                LogRows upkeep = new LogTables(source).rows(Map.of())) {
            writer.prepare();
            upkeep.prepare();
            long begun = System.nanoTime();
            CompletableFuture<Void> deleting = CompletableFuture.runAsync(() -> upkeep.purge(before));
            int batches = 0;
            Duration slowest = Duration.ZERO;
            while (!deleting.isDone()) {
                long asked = System.nanoTime();
                writer.write(batch(), MEMBER);
                Duration waited = Duration.ofNanos(System.nanoTime() - asked);
                slowest = waited.compareTo(slowest) > 0 ? waited : slowest;
                batches++;
            }
            deleting.join();
            return new RetentionRun(batches, slowest, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static List<LogRow> batch() {
        return Stream.<LogRow>generate(() -> Rows.ended(Rows.session()))
                .limit(WRITTEN_AT_ONCE)
                .toList();
    }

    /** As many as were written. */
    public int turns() {
        return batches * WRITTEN_AT_ONCE;
    }
}
