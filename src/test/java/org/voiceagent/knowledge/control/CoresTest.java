package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresTest {

    @ParameterizedTest
    @CsvSource({"1, 7, 1", "2, 7, 2", "4, 7, 4", "4, 3, 3", "4, 1, 1"})
    void shares_neighbours_in_parts_that_are_all_of_them(int cores, int all, int parts) {
        SortedMap<Integer, Integer> shared = Collections.synchronizedSortedMap(new TreeMap<>());

        new Cores(cores).share(all, shared::put);

        assertEquals(parts, shared.size());
        List<Integer> computed = shared.entrySet().stream()
                .flatMap(part -> IntStream.range(part.getKey(), part.getValue()).boxed())
                .toList();
        assertEquals(IntStream.range(0, all).boxed().toList(), computed);
    }
}
