package org.voiceagent.audio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells while it listens whether somebody speaks, by loudness, in frames of 20 ms. Loud is relative to the room (its
 * quietest frame of the last seconds) and to the speaker (the loudest ones): a fan is not speech, and a soft voice is. Time
 * is counted in samples: no clock is read. For one thread.
 */
public final class SpeechActivity {

    private static final int FRAMES_PER_SECOND = 50;
    private static final double FULL_SCALE = 32_768;

    /** Shorter is a click. */
    private static final int FRAMES_OF_ONSET = 4;

    private static final int FRAMES_OF_ROOM = 125;
    private static final double OVER_THE_ROOM = 3;
    private static final double OF_THE_SPEAKER = 0.08;
    private static final double QUIETEST_SPEECH = 0.008;

    /** Who speaks at once must not be taken for the room. */
    private static final double LOUDEST_ROOM = 0.06;

    /** By which the memory of the loudest speech fades with each frame. */
    private static final double FADE = 0.995;

    private final int frame;
    private final Deque<Double> room = new ArrayDeque<>();
    private double power;
    private int filled;
    private double peak;
    private int loud;
    private int quiet;
    private int spoken;

    /** @param rate samples per second */
    public SpeechActivity(int rate) {
        this.frame = rate / FRAMES_PER_SECOND;
    }

    /** Listens to the next samples. */
    public void accept(short[] samples) {
        for (short sample : samples) {
            double level = sample / FULL_SCALE;
            power += level * level;
            if (++filled == frame) {
                endFrame(Math.sqrt(power / frame));
                power = 0;
                filled = 0;
            }
        }
    }

    private void endFrame(double level) {
        loud = level > threshold(level) ? loud + 1 : 0;
        if (loud >= FRAMES_OF_ONSET) {
            spoken += loud == FRAMES_OF_ONSET ? FRAMES_OF_ONSET : 1;
            quiet = 0;
            peak = Math.max(peak * FADE, level);
        } else if (loud == 0) {
            // a sound that may become speech is neither
            quiet++;
        }
    }

    private double threshold(double level) {
        room.addLast(level);
        if (room.size() > FRAMES_OF_ROOM) {
            room.removeFirst();
        }
        double quietest = room.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return Math.max(
                QUIETEST_SPEECH, Math.max(Math.min(LOUDEST_ROOM, quietest * OVER_THE_ROOM), peak * OF_THE_SPEAKER));
    }

    /** Whether somebody speaks now. */
    public boolean speaking() {
        return loud >= FRAMES_OF_ONSET;
    }

    /** Speech since the last {@link #forget}, without the quiet between. */
    public Duration spoken() {
        return time(spoken);
    }

    /** Quiet since speech was heard last, or since the beginning. */
    public Duration quiet() {
        return time(quiet);
    }

    private static Duration time(int frames) {
        return Duration.ofSeconds(1).multipliedBy(frames).dividedBy(FRAMES_PER_SECOND);
    }

    /** The next utterance begins; the room and the speaker stay known. */
    public void forget() {
        spoken = 0;
        quiet = 0;
    }
}
