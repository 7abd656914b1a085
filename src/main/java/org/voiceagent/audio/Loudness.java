package org.voiceagent.audio;

import java.util.Arrays;

/**
 * The level of a clip in frames of 30 ms.
 *
 * <p>Speech is told from steady noise by its rise over the clip's own quiet, not by a level: microphones differ by more
 * than rooms do. Levels are taken after a high-pass, because speech has nothing under 100 Hz and mains hum, wind and
 * an offset have little over it. Noise of a constant level varies by under 2 dB from frame to frame; speech 10 dB over
 * such noise rises by over 10 dB, and even as loud as the noise by over 3 dB.
 */
class Loudness {

    private static final double FRAMES_PER_SECOND = 1000.0 / 30;
    private static final double FULL_SCALE = 32_768;
    private static final double HIGH_PASS_HERTZ = 150;

    /** What a 16-bit converter makes of silence; rises that start under it are rises over nothing. */
    private static final double FAINTEST = -85;

    private static final double RISE = 3;
    private static final int FRAMES_OF_A_SYLLABLE = 3;

    private final AudioClip clip;
    private final int frame;

    Loudness(AudioClip clip) {
        this.clip = clip;
        this.frame = (int) Math.max(1, Math.round(clip.rate() / FRAMES_PER_SECOND));
    }

    /** In dB relative to full scale; negative infinity for digital silence and for less than one frame. */
    double loudest() {
        return Arrays.stream(levels()).max().orElse(Double.NEGATIVE_INFINITY);
    }

    boolean rises() {
        double[] heard = Arrays.stream(levels())
                .filter(level -> level > FAINTEST)
                .sorted()
                .toArray();
        if (heard.length < FRAMES_OF_A_SYLLABLE) {
            return false;
        }
        double quiet = heard[heard.length / 10];
        double syllable = heard[heard.length - FRAMES_OF_A_SYLLABLE];
        return syllable - quiet >= RISE;
    }

    private double[] levels() {
        short[] samples = clip.samples();
        double[] levels = new double[samples.length / frame];
        double keep = Math.exp(-2 * Math.PI * HIGH_PASS_HERTZ / clip.rate());
        double last = samples.length == 0 ? 0 : samples[0];
        double passed = 0;
        for (int i = 0; i < levels.length; i++) {
            double power = 0;
            for (int k = i * frame; k < (i + 1) * frame; k++) {
                passed = keep * (passed + samples[k] - last);
                last = samples[k];
                power += passed * passed;
            }
            levels[i] = 10 * Math.log10(power / frame / (FULL_SCALE * FULL_SCALE));
        }
        return levels;
    }
}
