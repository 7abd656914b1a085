package org.voiceagent.members;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.voiceagent.conversation.entity.SessionRef;

/** What a test sees of a member that the product does not show, and loads that would take too long through its door. */
final class MemberInside {

    private static final String CONVERSATIONS = "conversations";
    private static final int SAMPLES = 200;

    private MemberInside() {}

    /** Entries of conversations in the whole cluster, and how many entries of any map there have no end. */
    static String entries() {
        long endless = member().getDistributedObjects().stream()
                .filter(IMap.class::isInstance)
                .map(object -> (IMap<?, ?>) object)
                .mapToLong(MemberInside::endless)
                .sum();
        return member().getMap(CONVERSATIONS).size() + " " + endless;
    }

    private static <K> long endless(IMap<K, ?> map) {
        return map.keySet().stream()
                .map(map::getEntryView)
                .filter(entry -> entry != null && entry.getExpirationTime() == Long.MAX_VALUE)
                .count();
    }

    /** Bytes of heap in use after a collection. */
    static String heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return Long.toString(runtime.totalMemory() - runtime.freeMemory());
    }

    /** How many components a stored turn has in this member's version of the product. */
    static String shape() {
        try {
            Class<?> stored = Class.forName("org.voiceagent.conversation.store.StoredTurn");
            return Integer.toString(stored.getRecordComponents().length);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** How long this work took each time, in microseconds. */
    static String times(Runnable work) {
        return IntStream.range(0, SAMPLES)
                .mapToLong(index -> {
                    long begun = System.nanoTime();
                    work.run();
                    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
                })
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    /** Sessions of so many turns each. */
    static String fill(int sessions, Consumer<SessionRef> begin, Consumer<SessionRef> talk) {
        SessionRef[] all = IntStream.range(0, sessions)
                .mapToObj(index -> new SessionRef(UUID.randomUUID().toString().replace("-", "")))
                .toArray(SessionRef[]::new);
        Arrays.stream(all).parallel().forEach(begin.andThen(talk));
        return Integer.toString(sessions);
    }

    private static HazelcastInstance member() {
        return Hazelcast.getAllHazelcastInstances().iterator().next();
    }
}
