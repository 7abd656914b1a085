package org.voiceagent.audio;

import java.util.Arrays;

/**
 * Changes the sample rate of a stream of mono samples: each piece pushed gives the samples that are now certain, a
 * filter's length (under 2 ms at 48 kHz) behind. For one stream and one thread.
 */
public final class Resampler {

    private final SincFilter filter;

    /** The input samples from {@code first} on that are still needed. */
    private short[] kept = new short[0];

    private long first;
    private long made;

    /** @param from samples per second that come in, {@code to} that come out; both over 0 */
    public Resampler(int from, int to) {
        this.filter = new SincFilter(from, to);
    }

    /** What these samples, the next in the stream, complete. */
    public short[] push(short[] samples) {
        int before = kept.length;
        kept = Arrays.copyOf(kept, before + samples.length);
        System.arraycopy(samples, 0, kept, before, samples.length);
        return make(filter.outputsBefore(first + kept.length - filter.reach()));
    }

    /** The rest, as if silence followed. */
    public short[] end() {
        return make(filter.outputsBefore(first + kept.length));
    }

    /** Makes the outputs up to, not including, number {@code end}, and lets go of the inputs before it. */
    private short[] make(long end) {
        short[] outputs = new short[Math.toIntExact(Math.max(0, end - made))];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = filter.output(made + i, kept, first);
        }
        made += outputs.length;
        int done = (int) Math.max(0, Math.min(kept.length, filter.firstInput(made) - first));
        kept = Arrays.copyOfRange(kept, done, kept.length);
        first += done;
        return outputs;
    }
}
