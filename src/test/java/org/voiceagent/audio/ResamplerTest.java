package org.voiceagent.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({"48000,16000", "44100,16000", "8000,16000", "96000,16000", "48000,24000", "22050,48000", "16001,15999"})
    void what_both_rates_can_hold_stays(int from, int to) {
        double seconds = 0.5;
        AudioClip resampled = Tones.sine(from, 1_000, seconds, 0.5).resampledTo(to);
        assertEquals(to, resampled.rate());
        assertEquals(to * seconds, resampled.samples().length, 1);
        assertEquals(0.5, Tones.amplitude(resampled, 1_000), 0.005);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 8_100, 9_000, 11_000, 15_000, 20_000, 23_500})
    void what_the_lower_rate_cannot_hold_does_not_come_back_as_noise(int hertz) {
        AudioClip resampled = Tones.sine(48_000, hertz, 0.5, 0.9).resampledTo(16_000);
        double middle = Tones.rms(new AudioClip(16_000, Arrays.copyOfRange(resampled.samples(), 500, 7_500)));
        double decibels = 20 * Math.log10(middle / (0.9 / Math.sqrt(2)) + 1e-9);
        assertTrue(decibels < -65, () -> hertz + " Hz came back with " + decibels + " dB");
    }

    @Test
    void frequencies_of_speech_pass_unchanged() {
        for (int hertz = 100; hertz <= 6_400; hertz += 300) {
            AudioClip resampled = Tones.sine(48_000, hertz, 0.5, 0.5).resampledTo(16_000);
            assertEquals(0.5, Tones.amplitude(resampled, hertz), 0.01, hertz + " Hz");
        }
    }

    @Test
    void the_same_rate_changes_nothing() {
        AudioClip clip = Tones.sine(16_000, 440, 0.1, 0.5);
        assertSame(clip, clip.resampledTo(16_000));
    }

    @Test
    void nothing_stays_nothing() {
        assertEquals(0, new AudioClip(48_000, new short[0]).resampledTo(16_000).samples().length);
        assertEquals(1, new AudioClip(48_000, new short[1]).resampledTo(16_000).samples().length);
    }

    @Test
    void full_scale_does_not_wrap_around() {
        short[] square = new short[4_800];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 24 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        short[] resampled = new AudioClip(48_000, square).resampledTo(16_000).samples();
        for (int i = 100; i < 1_500; i++) {
            double middle = square[3 * i];
            boolean edge = square[3 * i - 6] != middle || square[3 * i + 6] != middle;
            int at = i;
            assertTrue(edge || Math.signum(resampled[i]) == Math.signum(middle), () -> "sample " + at);
        }
    }

    @ParameterizedTest
    @CsvSource({"48000,24000", "44100,16000", "16000,48000"})
    void pieces_give_the_same_as_the_whole(int from, int to) {
        AudioClip whole = Tones.noise(from, 0.3, 0.2, 1);
        Random random = new Random(2);
        Resampler resampler = new Resampler(from, to);
        short[] expected = whole.resampledTo(to).samples();
        short[] pieces = new short[expected.length];
        int made = 0;
        int at = 0;
        while (at < whole.samples().length) {
            int next = Math.min(whole.samples().length, at + random.nextInt(700));
            short[] piece = resampler.push(Arrays.copyOfRange(whole.samples(), at, next));
            System.arraycopy(piece, 0, pieces, made, piece.length);
            made += piece.length;
            at = next;
        }
        short[] rest = resampler.end();
        System.arraycopy(rest, 0, pieces, made, rest.length);
        assertEquals(expected.length, made + rest.length);
        assertArrayEquals(expected, pieces);
    }
}
