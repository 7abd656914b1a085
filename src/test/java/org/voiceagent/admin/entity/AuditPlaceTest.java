package org.voiceagent.admin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPlaceTest {

    private static final AuditRow ROW = AuditRow.begun(
            Instant.parse("2030-05-06T10:20:00.123Z"), new Actor("admin", "192.0.2.1"), Act.AGENT_OFF, "", "Fire");

    @Test
    void a_page_is_read_on_from_the_place_that_the_one_before_has_named() {
        AuditPlace place = AuditPlace.of(ROW);
        assertEquals(Optional.of(place), AuditPlace.parse(place.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "1", "1_2", "x_6f1b0c1e-0000-4000-8000-000000000001", "1_' or 1=1"})
    void other_texts_name_no_place(String text) {
        assertEquals(Optional.empty(), AuditPlace.parse(text));
    }

    @Test
    void what_came_of_an_act_stands_after_the_reason() {
        assertEquals("Fire; entries=3", ROW.ended(ActOutcome.DONE, "entries=3").detail());
        assertEquals("Fire", ROW.ended(ActOutcome.DONE, "").detail());
        assertEquals(ROW.id(), ROW.ended(ActOutcome.DONE, "").id());
    }
}
