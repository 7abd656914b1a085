package org.voiceagent.audio;

import java.time.Duration;
import java.util.Objects;

/**
 * Sound in memory: mono samples.
 *
 * @param rate samples per second, over 0
 * @param samples signed 16-bit PCM; not copied, so whoever hands it over lets go of it
 */
public record AudioClip(int rate, short[] samples) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public AudioClip {
        Objects.requireNonNull(samples);
        if (rate <= 0) {
            throw new IllegalArgumentException("rate must be over 0");
        }
    }

    public Duration duration() {
        return Duration.ofNanos(samples.length * NANOS_PER_SECOND / rate);
    }

    /**
     * The same sound at another rate, without the frequencies that rate cannot hold: they would come back as noise.
     *
     * @param wanted samples per second, over 0
     */
    public AudioClip resampledTo(int wanted) {
        if (wanted == rate) {
            return this;
        }
        SincFilter filter = new SincFilter(rate, wanted);
        short[] all = new short[Math.toIntExact(filter.outputsBefore(samples.length))];
        for (int i = 0; i < all.length; i++) {
            all[i] = filter.output(i, samples, 0);
        }
        return new AudioClip(wanted, all);
    }

    /**
     * The level of the loudest 30 ms in dB relative to full scale, 0 at most, whatever an offset or hum adds to it;
     * negative infinity for digital silence.
     */
    public double loudest() {
        return new Loudness(this).loudest();
    }

    /**
     * Whether the sound swells and fades as speech does: false for silence, hum, hiss and other steady noise, whatever
     * their level. True says little, since music and slamming doors do so too.
     */
    public boolean mayHoldSpeech() {
        return new Loudness(this).rises();
    }
}
