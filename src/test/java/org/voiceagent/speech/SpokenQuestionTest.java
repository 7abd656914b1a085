package org.voiceagent.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voiceagent.audio.AudioClip;

class SpokenQuestionTest {

    @ParameterizedTest
    @EnumSource(SpokenQuestion.Voice.class)
    void both_voices_speak_between_two_silences(SpokenQuestion.Voice voice) {
        AudioClip clip = SpokenQuestion.by(voice, "How much is the rental of a cargo bike for a day?");
        assertEquals(16_000, clip.rate());
        assertTrue(clip.duration().compareTo(Duration.ofSeconds(2)) > 0, () -> clip.duration() + "");
        assertTrue(clip.duration().compareTo(Duration.ofSeconds(6)) < 0, () -> clip.duration() + "");
        assertTrue(clip.loudest() > -25, () -> "level " + clip.loudest());
        assertTrue(clip.mayHoldSpeech());
        for (int i = 0; i < 4_000; i++) {
            assertEquals(0, clip.samples()[i]);
            assertEquals(0, clip.samples()[clip.samples().length - 1 - i]);
        }
    }
}
