package org.voiceagent.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordErrorRateTest {

    @Test
    void counts_replaced_lost_and_added_words() {
        WordErrorRate rate = new WordErrorRate();
        rate.add("How much is the e-bike?", "how much the the bike now");
        assertEquals(3 / 6.0, rate.value(), 1e-9);
    }

    @Test
    void sums_over_transcripts() {
        WordErrorRate rate = new WordErrorRate();
        rate.add("one two three", "one two three");
        rate.add("four", "");
        assertEquals(0.25, rate.value(), 1e-9);
    }

    @Test
    void nothing_said_is_no_error() {
        assertEquals(0, new WordErrorRate().value());
    }
}
