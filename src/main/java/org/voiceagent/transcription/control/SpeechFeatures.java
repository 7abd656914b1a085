package org.voiceagent.transcription.control;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataProcessor;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.FloatData;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.denoise.Denoise;
import edu.cmu.sphinx.frontend.endpoint.SpeechEndSignal;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.frequencywarp.MelFrequencyFilterBank;
import edu.cmu.sphinx.frontend.transform.DiscreteCosineTransform2;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.transform.Lifter;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Turns samples into frames, with the figures the acoustic model was trained with (its {@code feat.params}). The mean
 * of the whole utterance is subtracted, which a recogniser that listens live cannot do: a turn arrives as a whole, and
 * this takes the microphone and the room out of it.
 */
final class SpeechFeatures {

    static final int RATE = 16_000;

    /** The band the model was trained with, in hertz. */
    private static final double LOWEST = 130;

    private static final double HIGHEST = 6800;

    /** A tenth of a second. */
    private static final int SHORTEST_WORD = RATE / 10;

    /** Ten milliseconds. */
    private static final int BLOCK = RATE / 100;

    /**
     * Noise that is added, as a microphone would. Digital silence, as speech engines and noise gates make it, is unlike
     * anything the model was trained with: it is taken for words.
     */
    private static final int FAINTEST = 2;

    /** Power of a block relative to the loudest: 40 dB under it is no longer speech. */
    private static final double FAINT = 1e-4;

    /** Blocks of silence that are left: the recogniser needs some to know where words begin and end. */
    private static final int MARGIN = 30;

    private SpeechFeatures() {}

    /**
     * None for a sound shorter than any word.
     *
     * @param samples at {@link #RATE}
     * @param warp what the limits of all frequency bands are multiplied with; over 1 for a voice whose resonances lie
     *     higher than those the model was trained with, as of a short vocal tract
     */
    static List<Frame> of(short[] samples, Senones senones, double warp) {
        if (samples.length < SHORTEST_WORD) {
            return List.of();
        }
        FrontEnd frontEnd = new FrontEnd(pipeline(new Samples(trimmed(samples)), warp));
        frontEnd.initialize();
        List<Frame> frames = new ArrayList<>();
        for (Data data = frontEnd.getData(); !(data instanceof DataEndSignal); data = frontEnd.getData()) {
            if (data instanceof FloatData features) {
                frames.add(new Frame(features, senones));
            }
        }
        return frames;
    }

    /** Without most of the silence around: it would move the mean that is subtracted. */
    private static short[] trimmed(short[] samples) {
        double[] power = new double[samples.length / BLOCK];
        double loudest = 0;
        for (int block = 0; block < power.length; block++) {
            for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
                power[block] += (double) samples[i] * samples[i];
            }
            loudest = Math.max(loudest, power[block]);
        }
        double faint = loudest * FAINT;
        int first = 0;
        int last = power.length - 1;
        while (first < last && power[first] < faint) {
            first++;
        }
        while (last > first && power[last] < faint) {
            last--;
        }
        int from = Math.max(0, first - MARGIN) * BLOCK;
        int to = Math.min(samples.length, (last + 1 + MARGIN) * BLOCK);
        return Arrays.copyOfRange(samples, from, to);
    }

    private static List<DataProcessor> pipeline(Samples samples, double warp) {
        List<DataProcessor> pipeline = new ArrayList<>();
        pipeline.add(samples);
        pipeline.add(new Preemphasizer(0.97));
        pipeline.add(new RaisedCosineWindower(0.46, 25.625f, 10f));
        pipeline.add(new DiscreteFourierTransform(-1, false));
        pipeline.add(new MelFrequencyFilterBank(LOWEST * warp, HIGHEST * warp, 25));
        pipeline.add(new Denoise(0.7, 0.995, 0.5, 0.85, 0.2, 20, 4));
        pipeline.add(new DiscreteCosineTransform2(25, 13));
        pipeline.add(new Lifter(22));
        pipeline.add(new BatchCMN());
        pipeline.add(new DeltasFeatureExtractor(3));
        return pipeline;
    }

    /** Hands the samples out in blocks, between the signals the library wants. */
    private static final class Samples extends BaseDataProcessor {

        private final Deque<Data> queue = new ArrayDeque<>();

        private Samples(short[] samples) {
            queue.add(new DataStartSignal(RATE));
            SplittableRandom random = new SplittableRandom(1);
            for (int from = 0; from < samples.length; from += BLOCK) {
                double[] block = new double[Math.min(BLOCK, samples.length - from)];
                for (int i = 0; i < block.length; i++) {
                    block[i] = samples[from + i] + random.nextInt(-FAINTEST, FAINTEST + 1);
                }
                queue.add(new DoubleData(block, RATE, from));
            }
            queue.add(new SpeechEndSignal());
            queue.add(new DataEndSignal(samples.length * 1000L / RATE));
        }

        @Override
        public Data getData() {
            return queue.isEmpty() ? null : queue.poll();
        }
    }
}
