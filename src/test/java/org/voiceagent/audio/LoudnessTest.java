package org.voiceagent.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.speech.SpokenQuestion;

class LoudnessTest {

    private static final int RATE = 16_000;

    @Test
    void a_sine_of_full_scale_is_3_dB_under_it() {
        assertEquals(-3, Tones.sine(RATE, 1_000, 1, 1).loudest(), 0.5);
        assertEquals(-43, Tones.sine(48_000, 1_000, 1, 0.01).loudest(), 0.5);
    }

    @Test
    void the_loudest_part_counts() {
        short[] samples = new short[RATE];
        System.arraycopy(Tones.sine(RATE, 1_000, 0.09, 1).samples(), 0, samples, 5_000, 1_440);
        assertEquals(-3, new AudioClip(RATE, samples).loudest(), 0.5);
    }

    @Test
    void nothing_and_an_offset_are_digital_silence() {
        assertEquals(Double.NEGATIVE_INFINITY, new AudioClip(RATE, new short[0]).loudest());
        assertEquals(Double.NEGATIVE_INFINITY, new AudioClip(RATE, new short[RATE]).loudest());
        assertEquals(Double.NEGATIVE_INFINITY, Tones.constant(RATE, 1, 20_000).loudest());
        assertFalse(new AudioClip(RATE, new short[0]).mayHoldSpeech());
        assertFalse(new AudioClip(RATE, new short[RATE]).mayHoldSpeech());
        assertFalse(Tones.constant(RATE, 1, 20_000).mayHoldSpeech());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.001, 0.01, 0.1, 0.3})
    void steady_noise_is_no_speech(double rms) {
        for (int rate : new int[] {8_000, 16_000, 48_000}) {
            for (int seed = 0; seed < 20; seed++) {
                assertFalse(Tones.noise(rate, 1 + 2 * seed, rms, seed).mayHoldSpeech(), rate + " Hz, seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 60, 100, 120, 440, 1_000, 3_000})
    void hum_and_whistle_are_no_speech(double hertz) {
        assertFalse(Tones.sine(RATE, hertz, 5, 0.3).mayHoldSpeech());
        AudioClip hissing = Tones.sum(Tones.sine(RATE, hertz, 5, 0.1), Tones.noise(RATE, 5, 0.01, 1));
        assertFalse(hissing.mayHoldSpeech());
    }

    @Test
    void a_microphone_that_wakes_up_into_noise_is_no_speech() {
        short[] noise = Tones.noise(RATE, 3, 0.01, 3).samples();
        Arrays.fill(noise, 0, 6_000, (short) 0);
        assertFalse(new AudioClip(RATE, noise).mayHoldSpeech());
    }

    @ParameterizedTest
    @EnumSource(SpokenQuestion.Voice.class)
    void speech_is_heard_loud_and_quiet_short_and_long(SpokenQuestion.Voice voice) {
        for (String text : new String[] {"Yes", "No", "Stop it", "Where do I find your opening hours on a holiday?"}) {
            AudioClip spoken = SpokenQuestion.by(voice, text);
            for (double factor : new double[] {0.01, 0.1, 1, 20}) {
                assertTrue(Tones.scaled(spoken, factor).mayHoldSpeech(), text + " at " + factor);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 10, 6, 3})
    void speech_in_noise_is_heard(double decibels) {
        for (SpokenQuestion.Voice voice : SpokenQuestion.Voice.values()) {
            for (String text : new String[] {"Yes", "No", "Hello", "Do you rent out bikes with a child seat?"}) {
                AudioClip spoken = SpokenQuestion.by(voice, text);
                double rms = Tones.rms(spoken) / Math.pow(10, decibels / 20);
                AudioClip noise = Tones.noise(RATE, spoken.samples().length / (double) RATE + 1, rms, 4);
                assertTrue(Tones.sum(spoken, noise).mayHoldSpeech(), voice + " " + text);
            }
        }
    }

    @Test
    void speech_without_pauses_around_it_is_heard() {
        for (SpokenQuestion.Voice voice : SpokenQuestion.Voice.values()) {
            AudioClip spoken = SpokenQuestion.by(voice, "Where can I leave it");
            int length = spoken.samples().length;
            short[] middle = Arrays.copyOfRange(spoken.samples(), length / 3, length / 3 + RATE / 2);
            assertTrue(new AudioClip(RATE, middle).mayHoldSpeech(), voice.name());
        }
    }
}
