package org.voiceagent.conversation.control;

import java.util.concurrent.TimeUnit;
import org.voiceagent.conversation.entity.TurnTimings;

/** Takes a turn's times, each when it happens first; the speech of a turn is timed on another thread than its text. */
final class TurnStopwatch {

    private final long started;
    private volatile long endpointing;
    private volatile long transcription;
    private long ttft;
    private long firstSentence;
    private volatile long speechAsked;
    private volatile long speech;
    private volatile long firstAudio;
    private volatile long heard;

    TurnStopwatch() {
        this(System.nanoTime());
    }

    /** @param started when it was asked, by {@link System#nanoTime} */
    TurnStopwatch(long started) {
        this.started = started;
    }

    void endpointed() {
        endpointing = elapsed();
    }

    void understood() {
        transcription = elapsed();
    }

    void deltaArrived() {
        if (ttft == 0) {
            ttft = elapsed();
        }
    }

    void sentenceFinished() {
        if (firstSentence == 0) {
            firstSentence = elapsed();
        }
    }

    void speechAsked() {
        if (speechAsked == 0) {
            speechAsked = elapsed();
        }
    }

    void audioCame() {
        if (firstAudio == 0) {
            firstAudio = elapsed();
            speech = firstAudio - speechAsked;
        }
    }

    void heard() {
        if (heard == 0) {
            heard = elapsed();
        }
    }

    TurnTimings timings() {
        return new TurnTimings(endpointing, transcription, ttft, firstSentence, speech, firstAudio, heard, elapsed());
    }

    private long elapsed() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }
}
