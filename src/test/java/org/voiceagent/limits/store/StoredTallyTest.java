package org.voiceagent.limits.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.spi.merge.MergingValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredTallyTest {

    private static final StoredHold EARLY = new StoredHold("early", 5, 1000);
    private static final StoredHold LATE = new StoredHold("late", 7, 2000);
    private static final StoredHold OTHER = new StoredHold("other", 11, 2000);

    private record Side(StoredTally tally) implements MergingValue<StoredTally> {

        @Override
        public Object getRawValue() {
            return tally;
        }

        @Override
        public StoredTally getDeserializedValue() {
            return tally;
        }
    }

    @Test
    void sums_the_parts_of_all_members() {
        StoredTally tally = StoredTally.EMPTY.plus("a", 3).plus("b", 4).plus("a", 2);
        assertEquals(Map.of("a", 5L, "b", 4L), tally.parts());
        assertEquals(9, tally.used());
    }

    @Test
    void knows_the_calls_that_counted_last() {
        StoredTally tally = StoredTally.EMPTY;
        for (int call = 0; call < 20; call++) {
            tally = tally.counting("call " + call);
        }
        assertTrue(tally.counted("call 19"));
        assertTrue(tally.counted("call 4"));
        assertFalse(tally.counted("call 3"));
    }

    @Test
    void lets_go_of_a_hold_at_its_moment_and_not_before() {
        StoredTally tally = StoredTally.EMPTY.with(EARLY).with(LATE);
        assertSame(tally, tally.at(999));
        assertEquals(List.of(LATE), tally.at(1000).holds());
        assertEquals(0, tally.at(2000).held());
    }

    @Test
    void unites_to_the_larger_of_each_members_part() {
        StoredTally common = StoredTally.EMPTY.plus("a", 10).plus("b", 20);
        StoredTally here = common.plus("a", 1).plus("c", 5);
        StoredTally there = common.plus("b", 2).plus("d", 6);
        StoredTally united = here.unitedWith(there);
        assertEquals(Map.of("a", 11L, "b", 22L, "c", 5L, "d", 6L), united.parts());
        assertEquals(30 + 1 + 5 + 2 + 6, united.used(), "what both sides counted, and nothing twice");
    }

    @Test
    void unites_the_holds_of_both_without_doubles() {
        StoredTally here = StoredTally.EMPTY.with(EARLY).with(LATE);
        StoredTally there = StoredTally.EMPTY.with(EARLY).with(OTHER);
        assertEquals(List.of(EARLY, LATE, OTHER), here.unitedWith(there).holds());
        assertEquals(5 + 7 + 11, here.unitedWith(there).held());
    }

    @Test
    void unites_to_the_same_whichever_side_merges() {
        StoredTally here = StoredTally.EMPTY.plus("a", 3).plus("b", 1).with(EARLY);
        StoredTally there = StoredTally.EMPTY.plus("a", 2).plus("b", 9).with(LATE);
        assertEquals(here.unitedWith(there).parts(), there.unitedWith(here).parts());
        assertEquals(here.unitedWith(there).held(), there.unitedWith(here).held());
        StoredTally united = here.unitedWith(there);
        assertEquals(united, united.unitedWith(there), "and merging again changes nothing");
    }

    @Test
    void keeps_what_only_one_side_knows() {
        StoredTally tally = StoredTally.EMPTY.plus("a", 3).with(EARLY);
        SumOfBoth policy = new SumOfBoth();
        assertEquals(tally, policy.merge(new Side(tally), null));
        assertEquals(tally, policy.merge(new Side(tally), new Side(null)));
        assertEquals(tally, policy.merge(new Side(null), new Side(tally)));
    }

    @Test
    void is_summed_over_both_sides_of_a_split() {
        StoredTally common = StoredTally.EMPTY.plus("a", 10);
        StoredTally merged = new SumOfBoth().merge(new Side(common.plus("a", 1)), new Side(common.plus("b", 2)));
        assertEquals(13, merged.used());
        assertTrue(merged.holds().isEmpty());
    }
}
