package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopKeysTest {

    @Test
    void keeps_the_most_frequent_of_all_days_and_no_more() {
        List<long[]> days = List.of(new long[] {5, -7, 5}, new long[] {9, 5, -7}, new long[] {}, new long[] {3});
        assertEquals(
                List.of(new TopKeys.Count(5, 3), new TopKeys.Count(-7, 2)),
                TopKeys.of(days, 2).counts());
        assertEquals(4, TopKeys.of(days, 20).counts().size());
    }

    @Test
    void there_may_be_none() {
        assertEquals(List.of(), TopKeys.of(List.of(), 3).keys());
    }
}
