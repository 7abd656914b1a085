package org.voiceagent.cluster;

import java.time.Instant;

/**
 * What a server tells the others of itself every few seconds.
 *
 * @param version of the product
 * @param java version of the JVM
 * @param since when it runs
 * @param running turns
 * @param limited calls refused by a limit or a budget since then
 * @param queued rows that wait for the log's database
 * @param dropped rows the log has lost since then
 */
public record MemberFigures(
        String version, String java, Instant since, long running, long limited, long queued, long dropped) {}
