package org.voiceagent.transcription.control;

import java.util.List;

/**
 * Makes up for the length of a speaker's vocal tract: the shorter it is, the higher all resonances lie. Which of a few
 * warps of the frequencies brings a voice nearest to those the model was trained with is told by how well any sequence
 * of phones explains the frames, so no words need be known.
 */
final class VocalTract {

    private static final double[] WARPS = {0.93, 1, 1.07};

    private VocalTract() {}

    /**
     * The frames of an utterance, warped as fits the phones best; none for a sound shorter than any word.
     *
     * @param samples at {@link SpeechFeatures#RATE}
     */
    static List<Frame> fitting(short[] samples, Acoustics acoustics) {
        return SpeechFeatures.of(samples, acoustics.senones(), warp(samples, acoustics));
    }

    /** The best of the warps; any one when the thread is interrupted. */
    static double warp(short[] samples, Acoustics acoustics) {
        double best = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (double warp : WARPS) {
            double likely = likely(SpeechFeatures.of(samples, acoustics.senones(), warp), acoustics.loop());
            if (likely > most) {
                most = likely;
                best = warp;
            }
        }
        return best;
    }

    private static double likely(List<Frame> frames, PhoneLoop loop) {
        PhoneLoop.Walk walk = loop.walk();
        for (Frame frame : frames) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            walk.hear(frame);
            frame.forget();
        }
        return walk.best();
    }
}
