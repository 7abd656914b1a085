package org.voiceagent.cluster;

import com.hazelcast.map.EntryProcessor;

/**
 * How the entries of a map that both sides of a split had are united.
 *
 * @param map its name
 * @param processors of one entry each
 */
public record Union<V>(String map, Processors<V> processors) {

    /** What one side had, brought to what the other side has. */
    @FunctionalInterface
    public interface Processors<V> {

        /**
         * A processor that leaves the same entry however often it runs, also where the two have been united already.
         *
         * @param carried the entry's value on this side
         * @param now epoch milliseconds
         * @param ttl milliseconds it has left on this side
         */
        EntryProcessor<String, V, ?> uniting(V carried, long now, long ttl);
    }
}
