package org.voiceagent.answer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenCountTest {

    private final TokenCount tokens = new TokenCount();

    @Test
    void counts_a_text_the_same_each_time_and_others_by_themselves() {
        int hours = tokens.applyAsInt("The library opens at nine on weekdays.");
        assertTrue(hours >= 7 && hours <= 10, hours + " tokens");
        assertEquals(1, tokens.applyAsInt("The"));
        assertEquals(0, tokens.applyAsInt(""));
        assertEquals(hours, tokens.applyAsInt("The library opens at nine on weekdays."));
    }
}
