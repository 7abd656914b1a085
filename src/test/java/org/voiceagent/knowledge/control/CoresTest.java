package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresTest {

    @ParameterizedTest
    @CsvSource({"1, 7, 7", "2, 7, 3", "2, 7, 4", "4, 7, 2", "4, 3, 1", "4, 1, 1"})
    void shares_the_rows_in_neighbouring_parts_and_keeps_their_order(int cores, int count, int part) {
        float[][] rows =
                IntStream.range(0, count).mapToObj(row -> new float[] {row}).toArray(float[][]::new);
        Set<Integer> parts = ConcurrentHashMap.newKeySet();

        float[][] doubled = new Cores(cores).each(rows, some -> {
            parts.add(some.length);
            return Arrays.stream(some).map(row -> new float[] {2 * row[0]}).toArray(float[][]::new);
        });

        assertEquals(count, doubled.length);
        for (int row = 0; row < count; row++) {
            assertArrayEquals(new float[] {2 * row}, doubled[row]);
        }
        assertTrue(parts.contains(part), parts.toString());
    }
}
