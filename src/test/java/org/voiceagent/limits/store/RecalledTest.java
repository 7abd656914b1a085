package org.voiceagent.limits.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server reads the log for itself, and then meets the others. */
class RecalledTest {

    private static final String READ = Recalled.part();
    private static final String READ_TOO = Recalled.part();

    @Test
    void what_the_others_have_counted_is_not_counted_again_as_read() {
        united(65, Map.of("a", 60L), Map.of(READ, 60L, "b", 5L));
    }

    @Test
    void what_nobody_has_counted_stays() {
        united(65, Map.of("a", 20L), Map.of(READ, 60L, "b", 5L));
    }

    @Test
    void what_both_know_as_read_is_counted_once() {
        united(67, Map.of(READ, 60L, "a", 3L), Map.of(READ, 60L, "b", 4L));
    }

    @Test
    void of_two_that_have_read_the_one_that_knew_more_stands() {
        united(64, Map.of(READ, 60L, "a", 3L), Map.of(READ_TOO, 63L, "b", 1L));
    }

    @Test
    void what_two_that_have_read_the_same_count_from_then_on_is_added() {
        united(180, Map.of(READ, 100L, "a", 40L), Map.of(READ_TOO, 100L, "b", 40L));
    }

    @Test
    void without_anything_read_the_larger_parts_are_added() {
        united(12, Map.of("a", 4L, "b", 1L), Map.of("a", 2L, "b", 8L));
    }

    private static void united(long sum, Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> united = Recalled.united(one, other);
        assertEquals(sum, sum(united), united.toString());
        assertEquals(united, Recalled.united(other, one));
        assertEquals(sum, sum(Recalled.united(united, one)), "again");
        assertEquals(sum, sum(Recalled.united(other, united)), "again");
        assertEquals(sum, sum(Recalled.united(united, united)), "again");
    }

    private static long sum(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
