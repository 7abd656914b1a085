package org.voiceagent.speech.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StoredSpeechTest {

    @Test
    void is_shown_by_its_size_and_not_by_its_samples() {
        assertEquals("speech, 4 bytes, 24000 samples a second", new StoredSpeech(24_000, new byte[4]).toString());
        assertEquals("somebody makes this speech now", StoredSpeech.IN_WORK.toString());
    }
}
