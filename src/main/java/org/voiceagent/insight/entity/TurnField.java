package org.voiceagent.insight.entity;

/** What can be seen of a logged turn, in the order of an export: its name there, and what it is in SQL. */
public enum TurnField {
    AT("at", "t.ended_at"),
    SESSION("session", "t.session_ref"),
    TURN_ID("turnId", "t.turn_id"),
    NUMBER("number", "t.turn_number"),
    MODE("mode", "t.mode"),
    SPOKEN("spoken", "t.spoken"),
    LANGUAGE("language", "t.language"),
    COUNTRY("country", "s.country"),
    DEVICE("device", "s.device"),
    QUESTION("question", "t.question"),
    RESPONSE("response", "t.response"),
    SOURCES("sources", "t.sources"),
    OUTCOME("outcome", "t.outcome"),
    PROBLEM("problem", "t.problem"),
    RATING("rating", "t.rating"),
    TRANSCRIPTION_ENGINE("transcriptionEngine", "t.transcription_engine"),
    ENGINE("engine", "t.answer_engine"),
    SPEECH_ENGINE("speechEngine", "t.speech_engine"),
    ENDPOINTING("endpointingMs", "t.endpointing_ms"),
    TRANSCRIPTION("transcriptionMs", "t.transcription_ms"),
    TTFT("ttftMs", "t.ttft_ms"),
    FIRST_SENTENCE("firstSentenceMs", "t.first_sentence_ms"),
    SPEECH("speechMs", "t.speech_ms"),
    FIRST_AUDIO("firstAudioMs", "t.first_audio_ms"),
    HEARD("heardMs", "t.heard_ms"),
    TOTAL("totalMs", "t.total_ms"),
    INPUT_TOKENS("inputTokens", "t.input_tokens"),
    CACHED_INPUT_TOKENS("cachedInputTokens", "t.cached_input_tokens"),
    OUTPUT_TOKENS("outputTokens", "t.output_tokens"),
    TRANSCRIBED("transcribedMs", "t.transcribed_ms"),
    SPOKEN_CHARACTERS("spokenCharacters", "t.spoken_characters"),
    CACHE_HITS("cacheHits", "t.cache_hits"),
    COST("cost", "t.cost"),
    CURRENCY("currency", "t.currency");

    private final String word;
    private final String sql;

    TurnField(String word, String sql) {
        this.word = word;
        this.sql = sql;
    }

    /** As it stands in JSON and at the head of a column. */
    public String word() {
        return word;
    }

    public String sql() {
        return sql;
    }
}
