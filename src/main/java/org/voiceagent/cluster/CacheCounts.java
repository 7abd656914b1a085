package org.voiceagent.cluster;

/**
 * Who is told when a cache had what was asked for, and when not.
 *
 * @param hit called once for each call answered from the cache
 * @param miss called once for each call that was not
 */
public record CacheCounts(Runnable hit, Runnable miss) {}
