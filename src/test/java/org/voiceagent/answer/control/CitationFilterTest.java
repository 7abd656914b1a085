package org.voiceagent.answer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationFilterTest {

    private final CitationFilter filter = new CitationFilter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We open at ten [1]. Come in! | We open at ten. Come in!",
                "We open at ten. [1] Come in! | We open at ten. Come in!",
                "We open at ten.[2, 3] Bye. | We open at ten. Bye.",
                "We open at ten [1][2]. | We open at ten.",
                "We open at ten [1] [2]. | We open at ten.",
                "We open at ten [1-3]. | We open at ten.",
                "We open at ten [ 1 ]. | We open at ten [ 1 ].",
                "See [the shop] or [a, 1]. | See [the shop] or [a, 1].",
                "Since [2019] we open. | Since [2019] we open.",
                "An open [ at the end [1 | An open [ at the end [1"
            })
    void marks_are_taken_out_and_nothing_else(String response, String spoken) {
        assertEquals(spoken, through(List.of(response)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7})
    void marks_split_over_deltas_are_found_all_the_same(int size) {
        String response = "At ten [1]. On Sunday at noon [2, 3][1]. See [the map].";
        assertEquals("At ten. On Sunday at noon. See [the map].", through(pieces(response, size)));
        assertEquals(List.of(1, 2, 3), List.copyOf(filter.cited()));
    }

    @Test
    void text_that_cannot_be_a_mark_is_not_held_back() {
        assertEquals("We", filter.accept("We"));
        assertEquals(" open at", filter.accept(" open at"));
        assertEquals("", filter.accept(" [1"));
        assertEquals("", filter.accept("]"));
        assertEquals(".", filter.accept("."));
    }

    @Test
    void an_open_bracket_is_not_held_for_ever() {
        filter.accept("[1, 2, 3");
        assertEquals("[1, 2, 3" + ", 4".repeat(20), filter.accept(", 4".repeat(20)));
    }

    @Test
    void citations_come_in_the_order_of_their_first_mark() {
        through(List.of("a [3]. b [1, 3]. c [2]."));
        assertEquals(List.of(3, 1, 2), List.copyOf(filter.cited()));
    }

    private String through(List<String> deltas) {
        StringBuilder text = new StringBuilder();
        deltas.forEach(delta -> text.append(filter.accept(delta)));
        return text.append(filter.finish()).toString();
    }

    private static List<String> pieces(String text, int size) {
        return List.of(text.split("(?<=\\G.{" + size + "})"));
    }
}
