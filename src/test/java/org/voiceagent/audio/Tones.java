package org.voiceagent.audio;

import java.util.Arrays;
import java.util.Random;

/** Sounds whose levels and frequencies are known. */
class Tones {

    private Tones() {}

    static AudioClip sine(int rate, double hertz, double seconds, double amplitude) {
        short[] samples = new short[(int) (rate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(amplitude * 32_767 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new AudioClip(rate, samples);
    }

    static AudioClip noise(int rate, double seconds, double rms, long seed) {
        Random random = new Random(seed);
        short[] samples = new short[(int) (rate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clipped(random.nextGaussian() * rms * 32_767);
        }
        return new AudioClip(rate, samples);
    }

    static AudioClip constant(int rate, double seconds, int value) {
        short[] samples = new short[(int) (rate * seconds)];
        Arrays.fill(samples, (short) value);
        return new AudioClip(rate, samples);
    }

    static AudioClip sum(AudioClip one, AudioClip other) {
        short[] samples = one.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clipped(samples[i] + other.samples()[i]);
        }
        return new AudioClip(one.rate(), samples);
    }

    static AudioClip scaled(AudioClip clip, double factor) {
        short[] samples = clip.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clipped(samples[i] * factor);
        }
        return new AudioClip(clip.rate(), samples);
    }

    /** Root mean square, 1 at full scale. */
    static double rms(AudioClip clip) {
        double power = 0;
        for (short sample : clip.samples()) {
            power += (double) sample * sample;
        }
        return Math.sqrt(power / clip.samples().length) / 32_768;
    }

    /** How much of one frequency is in it: its amplitude, 1 at full scale. */
    static double amplitude(AudioClip clip, double hertz) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < clip.samples().length; i++) {
            double angle = 2 * Math.PI * hertz * i / clip.rate();
            real += clip.samples()[i] * Math.cos(angle);
            imaginary += clip.samples()[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / clip.samples().length / 32_768;
    }

    private static short clipped(double value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    }
}
