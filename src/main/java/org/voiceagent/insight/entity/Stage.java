package org.voiceagent.insight.entity;

import java.util.Locale;

/** The times that are taken of a turn, as {@code TurnTimings} explains them. */
public enum Stage {
    ENDPOINTING("endpointing"),
    TRANSCRIPTION("transcription"),
    TTFT("ttft"),
    FIRST_SENTENCE("firstSentence"),
    SPEECH("speech"),
    FIRST_AUDIO("firstAudio"),
    HEARD("heard"),
    TOTAL("total");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** As it stands in JSON. */
    public String word() {
        return word;
    }

    /** As it stands in the log. */
    public String column() {
        return name().toLowerCase(Locale.ROOT) + "_ms";
    }
}
