package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatestFindingsTest {

    private final LatestFindings latest = new LatestFindings();

    private static String name(String text, String own, boolean byMeaning) {
        return LatestFindings.name(
                List.of("en"),
                List.of(new PassageSearch.Asked(new Question(text, own, List.of(), Optional.empty()), 1)),
                4,
                byMeaning);
    }

    @Test
    void a_follow_up_is_another_question_than_the_same_words_alone() {
        assertNotEquals(
                name("hours and on Saturday", "and on Saturday", true),
                name("and on Saturday", "and on Saturday", true));
    }

    @Test
    void what_was_found_by_words_does_not_count_as_found_by_meaning() {
        assertNotEquals(name("hours", "hours", true), name("hours", "hours", false));
    }

    @Test
    void keeps_the_latest_and_none_of_the_visitors_words() {
        String first = name("where is my bike", "where is my bike", true);
        assertFalse(first.contains("bike"));
        latest.keep(first, List.of());
        for (int other = 0; other < 2_000; other++) {
            latest.keep(name("other " + other, "other", true), List.of());
        }
        assertEquals(Optional.empty(), latest.of(first));
        assertEquals(Optional.of(List.of()), latest.of(name("other 1999", "other", true)));
    }
}
