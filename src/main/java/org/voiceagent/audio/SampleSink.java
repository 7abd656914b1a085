package org.voiceagent.audio;

import java.time.Duration;
import java.util.Arrays;

/** Collects samples as they are decoded, up to a limit; takes memory only by what has come. */
class SampleSink {

    /** A sample that begins within the limit counts as within it. */
    private static final int ALMOST_ONE_SECOND = 999_999_999;

    private final int rate;
    private final Duration longest;
    private final int limit;
    private short[] samples;
    private int count;

    SampleSink(int rate, Duration longest) {
        this.rate = rate;
        this.longest = longest;
        long allowed = longest.multipliedBy(rate).plusNanos(ALMOST_ONE_SECOND).toSeconds();
        this.limit = (int) Math.max(0, Math.min(allowed, Integer.MAX_VALUE - Long.BYTES));
        this.samples = new short[Math.min(limit, rate)];
    }

    void add(short[] more) {
        int length = more.length;
        if (length > limit - count) {
            throw new AudioTooLong(longest);
        }
        if (count + length > samples.length) {
            int wanted = Math.max(count + length, (int) Math.min(limit, count * 3L / 2));
            samples = Arrays.copyOf(samples, wanted);
        }
        System.arraycopy(more, 0, samples, count, length);
        count += length;
    }

    AudioClip clip() {
        if (count == 0) {
            throw new BrokenAudio("no sound in it");
        }
        return new AudioClip(rate, count == samples.length ? samples : Arrays.copyOf(samples, count));
    }
}
