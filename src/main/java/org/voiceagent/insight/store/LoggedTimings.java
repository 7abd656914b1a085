package org.voiceagent.insight.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.voiceagent.conversation.entity.TurnTimings;

/** A turn's times as columns, in milliseconds. */
@Embeddable
class LoggedTimings {

    @Column(name = "endpointing_ms")
    private long endpointing;

    @Column(name = "transcription_ms")
    private long transcription;

    @Column(name = "ttft_ms")
    private long ttft;

    @Column(name = "first_sentence_ms")
    private long firstSentence;

    @Column(name = "speech_ms")
    private long speech;

    @Column(name = "first_audio_ms")
    private long firstAudio;

    @Column(name = "heard_ms")
    private long heard;

    @Column(name = "total_ms")
    private long total;

    protected LoggedTimings() {
        // for Jakarta Persistence
    }

    static LoggedTimings of(TurnTimings timings) {
        LoggedTimings logged = new LoggedTimings();
        logged.endpointing = timings.endpointing();
        logged.transcription = timings.transcription();
        logged.ttft = timings.ttft();
        logged.firstSentence = timings.firstSentence();
        logged.speech = timings.speech();
        logged.firstAudio = timings.firstAudio();
        logged.heard = timings.heard();
        logged.total = timings.total();
        return logged;
    }
}
