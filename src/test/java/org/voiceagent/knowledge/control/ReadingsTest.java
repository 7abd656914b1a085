package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.control.Readings.Reading;

class ReadingsTest {

    private static final double EXACT = 1e-9;

    private static Reading reading(double share, double fit, double... relevances) {
        return new Reading(share, relevances, passage -> new double[] {fit});
    }

    @Test
    void one_wording_is_taken_as_it_is() {
        assertArrayEquals(new double[] {0.7, 0.1}, new Readings(List.of(reading(1, 1, 0.7, 0.1))).relevances(), EXACT);
    }

    @Test
    void a_wording_that_is_answered_counts_more_than_one_as_likely_that_is_not() {
        Readings readings = new Readings(List.of(reading(0.5, 1, 0.01, 0.01), reading(0.5, 2, 0.8, 0.1)));
        assertTrue(readings.relevances()[0] > 0.7, () -> Arrays.toString(readings.relevances()));
    }

    @Test
    void wordings_that_are_answered_differently_leave_doubt() {
        Readings readings = new Readings(List.of(reading(0.5, 1, 0.9, 0), reading(0.5, 2, 0, 0.9)));
        assertArrayEquals(new double[] {0.45, 0.45}, readings.relevances(), EXACT);
    }

    @Test
    void what_is_hardly_likely_is_hardly_heeded() {
        Readings readings = new Readings(List.of(reading(0.999, 1, 0.1, 0), reading(0.001, 2, 0, 0.9)));
        assertTrue(readings.relevances()[1] < 0.02, () -> Arrays.toString(readings.relevances()));
    }

    @Test
    void sentences_are_chosen_by_the_wording_that_speaks_for_the_passage() {
        Readings readings = new Readings(List.of(reading(0.5, 1, 0.9, 0), reading(0.5, 2, 0, 0.9)));
        assertEquals(1, readings.fits(0)[0]);
        assertEquals(2, readings.fits(1)[0]);
    }
}
