package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.transcription.control.SpeechSearch.Path;

class ConfidenceTest {

    private static final int FRAMES = 200;
    private static final double OF_PHONES = -30_000;

    @Test
    void likely_words_are_believed() {
        assertTrue(confidence(OF_PHONES + FRAMES, -20) > 0.9);
    }

    @Test
    void words_that_hardly_follow_each_other_are_doubted() {
        assertTrue(confidence(OF_PHONES + FRAMES, -35) < 0.5);
    }

    @Test
    void words_that_explain_the_sound_worse_than_mere_phones_are_doubted() {
        assertTrue(confidence(OF_PHONES - 3 * FRAMES, -20) < confidence(OF_PHONES + FRAMES, -20) - 0.1);
    }

    @Test
    void nothing_said_is_not_sure() {
        assertEquals(0, Confidence.of(new Path(List.of(), 0, 0, 0, FRAMES, List.of())));
    }

    private static double confidence(double acoustic, double language) {
        List<String> words = List.of("are", "you", "open", "today");
        return Confidence.of(new Path(words, acoustic, OF_PHONES, language, FRAMES, List.of()));
    }
}
