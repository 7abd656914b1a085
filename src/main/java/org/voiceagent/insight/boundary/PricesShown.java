package org.voiceagent.insight.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.voiceagent.configuration.Settings;
import org.voiceagent.cost.Price;
import org.voiceagent.cost.PriceList;
import org.voiceagent.insight.entity.Amount;

/**
 * The prices of the configured models, to estimate with. Also where the embedded engines do the work: then it is what an upstream
 * would cost.
 *
 * @param currency ISO 4217
 */
public record PricesShown(String currency, Transcription transcription, Answer answer, Speech speech) {

    static PricesShown of(Settings settings) {
        PriceList list = new PriceList(settings);
        String transcription = settings.text("voice.transcription.model");
        String answer = settings.text("voice.answer.model");
        String speech = settings.text("voice.speech.model");
        Price tokens = list.of(answer);
        return new PricesShown(
                settings.text("voice.price.currency"),
                new Transcription(
                        transcription,
                        list.names(transcription, List.of("audio-minute")),
                        Amount.plain(list.of(transcription).audioMinute())),
                new Answer(
                        answer,
                        list.names(answer, List.of("input", "output")),
                        Amount.plain(tokens.input()),
                        Amount.plain(tokens.output())),
                new Speech(
                        speech,
                        list.names(speech, List.of("characters")),
                        Amount.plain(list.of(speech).characters())));
    }

    /** @param listed whether the price list has it; else the price is a zero nobody has written */
    public record Transcription(String model, boolean listed, BigDecimal minute) {}

    /** Prices of a million tokens. */
    public record Answer(String model, boolean listed, BigDecimal input, BigDecimal output) {}

    /** @param characters price of a million */
    public record Speech(String model, boolean listed, BigDecimal characters) {}
}
