package org.voiceagent.cost;

import java.math.BigDecimal;
import java.util.List;
import org.voiceagent.configuration.Settings;

/** The prices of the models in use, from {@code voice.price.<model>.*}. */
public final class PriceList {

    private static final String KEYS = "voice.price.";

    private final Settings settings;

    public PriceList(Settings settings) {
        this.settings = settings;
    }

    /**
     * The price of a model; what the list does not name costs nothing, and {@link #names} tells. Only cached input without
     * a price of its own costs what input does: upstreams cache unasked, and a budget must see it.
     */
    public Price of(String model) {
        BigDecimal input = amount(model, "input", BigDecimal.ZERO);
        return new Price(
                input,
                amount(model, "cached-input", input),
                amount(model, "output", BigDecimal.ZERO),
                amount(model, "audio-minute", BigDecimal.ZERO),
                amount(model, "characters", BigDecimal.ZERO));
    }

    /** Whether the list has the model's price of each of these units, if only a zero. */
    public boolean names(String model, List<String> units) {
        return units.stream()
                .allMatch(unit -> settings.optionalText(key(model, unit)).isPresent());
    }

    private BigDecimal amount(String model, String unit, BigDecimal otherwise) {
        String key = key(model, unit);
        return settings.optionalText(key).isPresent() ? settings.amount(key) : otherwise;
    }

    private static String key(String model, String unit) {
        return KEYS + model + "." + unit;
    }
}
