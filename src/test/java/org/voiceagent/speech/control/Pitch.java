package org.voiceagent.speech.control;

import java.util.stream.IntStream;
import org.voiceagent.audio.AudioClip;

/** How high a voice speaks. */
final class Pitch {

    private static final int LOWEST_HZ = 80;
    private static final int HIGHEST_HZ = 400;
    private static final int WINDOWS_A_SECOND = 25;
    private static final double LOUD = 0.0005;
    private static final double VOICED = 0.8;

    private Pitch() {}

    /** The median of its voiced parts, in Hz: where the sound is most like itself one period later. */
    static double of(AudioClip clip) {
        int window = clip.rate() / WINDOWS_A_SECOND;
        int longest = clip.rate() / LOWEST_HZ;
        double[] pitches = IntStream.iterate(
                        0, start -> start + window + longest < clip.samples().length, start -> start + window)
                .mapToDouble(start -> at(clip, start, window))
                .filter(pitch -> pitch > 0)
                .sorted()
                .toArray();
        return pitches[pitches.length / 2];
    }

    private static double at(AudioClip clip, int start, int window) {
        double best = VOICED;
        int period = 0;
        if (likeness(clip, start, 0, window) / window < LOUD) {
            return 0;
        }
        for (int lag = clip.rate() / HIGHEST_HZ; lag <= clip.rate() / LOWEST_HZ; lag++) {
            double power = likeness(clip, start, 0, window) * likeness(clip, start + lag, 0, window);
            double alike = likeness(clip, start, lag, window) / Math.sqrt(power);
            if (alike > best) {
                best = alike;
                period = lag;
            }
        }
        return period == 0 ? 0 : (double) clip.rate() / period;
    }

    private static double likeness(AudioClip clip, int start, int lag, int window) {
        short[] samples = clip.samples();
        double sum = 0;
        for (int i = start; i < start + window; i++) {
            sum += samples[i] / 32768.0 * samples[i + lag] / 32768.0;
        }
        return sum;
    }
}
