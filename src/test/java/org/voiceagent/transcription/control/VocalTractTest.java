package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.speech.SpokenQuestion.Voice;

class VocalTractTest {

    private static final AudioClip QUESTION = SpokenQuestion.by(Voice.KEVIN, "Can I bring my dog on Saturday?");

    private static Acoustics acoustics;

    @BeforeAll
    static void load() throws IOException {
        acoustics = Acoustics.load();
    }

    @Test
    void a_voice_whose_resonances_lie_higher_is_warped_more() {
        double low = VocalTract.warp(played(0.9), acoustics);
        double high = VocalTract.warp(played(1.15), acoustics);
        assertTrue(low < high, () -> low + " against " + high);
    }

    /** Faster than it was spoken, as a tape would be: all frequencies are higher. */
    private static short[] played(double speed) {
        int rate = (int) (QUESTION.rate() * speed);
        return new AudioClip(rate, QUESTION.samples())
                .resampledTo(SpeechFeatures.RATE)
                .samples();
    }

    @Test
    void warped_or_not_an_utterance_has_as_many_frames() {
        List<Frame> plain = SpeechFeatures.of(QUESTION.samples(), acoustics.senones(), 1);
        List<Frame> fitting = VocalTract.fitting(QUESTION.samples(), acoustics);
        assertEquals(plain.size(), fitting.size());
    }

    @Test
    void a_sound_shorter_than_any_word_has_no_frames() {
        assertEquals(List.of(), VocalTract.fitting(new short[10], acoustics));
    }
}
