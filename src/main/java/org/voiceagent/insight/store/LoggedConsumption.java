package org.voiceagent.insight.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.voiceagent.conversation.entity.Consumption;

/** What a turn consumed, as columns. */
@Embeddable
class LoggedConsumption {

    @Column(name = "input_tokens")
    private int input;

    @Column(name = "cached_input_tokens")
    private int cachedInput;

    @Column(name = "output_tokens")
    private int output;

    @Column(name = "transcribed_ms")
    private long transcribed;

    @Column(name = "spoken_characters")
    private int characters;

    @Column(name = "cache_hits")
    private int cacheHits;

    private BigDecimal cost;

    @Column(name = "transcription_cost")
    private BigDecimal transcriptionCost;

    @Column(name = "answer_cost")
    private BigDecimal answerCost;

    @Column(name = "speech_cost")
    private BigDecimal speechCost;

    private String currency;

    protected LoggedConsumption() {
        // for Jakarta Persistence
    }

    static LoggedConsumption of(Consumption consumption, String currency) {
        LoggedConsumption logged = new LoggedConsumption();
        logged.input = consumption.usage().input();
        logged.cachedInput = consumption.usage().cachedInput();
        logged.output = consumption.usage().output();
        logged.transcribed = consumption.transcribed().toMillis();
        logged.characters = consumption.characters();
        logged.cacheHits = consumption.cacheHits();
        logged.cost = consumption.cost().amount();
        logged.transcriptionCost = consumption.costs().transcription().amount();
        logged.answerCost = consumption.costs().answer().amount();
        logged.speechCost = consumption.costs().speech().amount();
        logged.currency = currency;
        return logged;
    }
}
