package org.voiceagent.limits.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.internal.serialization.impl.SerializationConstants;
import com.hazelcast.map.IMap;
import com.hazelcast.spi.impl.SerializationServiceSupport;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels between members stays what it is. */
class LimitsAsCompactTest {

    private static final StoredHold HOLD = new StoredHold("hold", 30, Long.MAX_VALUE);
    private static final StoredTally TALLY = StoredTally.EMPTY
            .plus("one", 7)
            .plus("two", Long.MAX_VALUE / 2)
            .counting("call")
            .with(HOLD)
            .with(new StoredHold("h", 1, 2));

    private static TestCounters store;
    private static HazelcastInstance hazelcast;

    @BeforeAll
    static void start() {
        store = new TestCounters();
        hazelcast = store.member().hazelcast();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    static Stream<Object> values() {
        return Stream.of(
                StoredTally.EMPTY,
                TALLY,
                HOLD,
                new CountUp("call", "member", 1, 100, 3_600_000),
                new SetAside(HOLD, 1_000_000_000_000L, 1_700_000_000_000L, 7_200_000),
                new Settle("hold", "member", 20, true, 7_200_000),
                new Settle("hold", "member", 0, false, 7_200_000));
    }

    @ParameterizedTest
    @MethodSource("values")
    void comes_back_from_a_map_as_it_was(Object value) {
        IMap<String, Object> map = hazelcast.getMap("values");
        map.set("key", value);
        assertEquals(value, map.get("key"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void travels_as_compact(Object value) {
        SerializationService service = ((SerializationServiceSupport) hazelcast).getSerializationService();
        assertEquals(SerializationConstants.TYPE_COMPACT, service.toData(value).getType());
    }

    @Test
    void processors_answer_from_where_the_entry_lives() {
        IMap<String, StoredTally> map = hazelcast.getMap(CounterMap.NAME);
        assertEquals(true, map.executeOnKey("key", new CountUp("first", "one", 7, 10, 60_000)));
        assertEquals(false, map.executeOnKey("key", new CountUp("second", "one", 4, 10, 60_000)));
        assertEquals(true, map.executeOnKey("key", new CountUp("first", "one", 7, 10, 60_000)), "counts once");
        SetAside aside = new SetAside(new StoredHold("hold", 2, 2000), 10, 1000, 60_000);
        assertEquals(1L, map.executeOnKey("key", aside));
        assertEquals(1L, map.executeOnKey("key", aside), "setting the same aside again changes nothing");
        assertEquals(
                SetAside.NOT_LEFT,
                map.executeOnKey("key", new SetAside(new StoredHold("another", 2, 2000), 10, 1000, 60_000)));
        assertEquals(true, map.executeOnKey("key", new Settle("hold", "two", 1, false, 60_000)));
        assertEquals(false, map.executeOnKey("key", new Settle("hold", "two", 1, false, 60_000)));
        assertEquals(Map.of("one", 7L, "two", 1L), map.get("key").parts());
    }

    @Test
    void a_tally_cannot_be_changed_by_who_reads_it() {
        IMap<String, StoredTally> map = hazelcast.getMap(CounterMap.NAME);
        map.set("tally", TALLY);
        StoredTally read = map.get("tally");
        assertThrows(UnsupportedOperationException.class, () -> read.parts().put("three", 1L));
        assertThrows(UnsupportedOperationException.class, () -> read.holds().clear());
    }
}
