package org.voiceagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LegibleTest {

    @Test
    void words_cannot_move_the_cursor_or_begin_a_line() {
        assertEquals("one [2J two three four", Legible.line(" one\u001b[2J\r\ntwo\u202ethree\u2028four\u0007"));
    }

    @Test
    void a_time_is_written_to_the_second() {
        assertEquals("2023-11-14T22:13:20Z", Legible.time(1_700_000_000_999L));
    }
}
