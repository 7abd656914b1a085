package org.voiceagent.configuration;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Reads keys of the catalogue ({@code META-INF/microprofile-config.properties}); a missing or wrong one is a
 * {@link ConfigurationError} with the key's name. Each component turns its keys into one record at the start.
 */
public final class Settings {

    private final Config config;

    public Settings(Config config) {
        this.config = config;
    }

    /** Whether this server runs with the production profile ({@code mp.config.profile}). */
    public boolean production() {
        return optionalText("mp.config.profile").filter("production"::equals).isPresent();
    }

    /** A text that may be absent or blank. */
    public Optional<String> optionalText(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    public String text(String key) {
        return optionalText(key).orElseThrow(() -> new ConfigurationError(key, "is missing"));
    }

    public boolean flag(String key) {
        return parsed(key, "must be true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** A whole number of at least {@code least}. */
    public int number(String key, int least) {
        return parsed(key, "must be a whole number of at least " + least, text -> {
            int number = Integer.parseInt(text);
            if (number < least) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /** A number within the two bounds, both included. */
    public double fraction(String key, double least, double most) {
        return parsed(key, "must be a number from " + least + " to " + most, text -> {
            double number = Double.parseDouble(text);
            if (!(number >= least && number <= most)) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /** A decimal of at least zero, exactly as it is written. */
    public BigDecimal amount(String key) {
        return parsed(key, "must be a decimal number of at least zero", text -> {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() < 0) {
                throw new IllegalArgumentException();
            }
            return amount;
        });
    }

    /** An ISO-8601 duration over zero, as {@code PT10S}. */
    public Duration duration(String key) {
        return parsed(key, "must be a duration over zero, written like PT10S or PT1H", text -> {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException();
            }
            return duration;
        });
    }

    /** As {@code Europe/Berlin} or {@code UTC}. */
    public ZoneId timeZone(String key) {
        return parsed(key, "must be a time zone, written like Europe/Berlin or UTC", ZoneId::of);
    }

    /** Comma-separated texts; absent or blank is the empty list. */
    public List<String> list(String key) {
        return optionalText(key)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> E choice(String key, Class<E> choices) {
        String names = String.join(
                ", ",
                Arrays.stream(choices.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
        return parsed(key, "must be one of " + names, text -> Enum.valueOf(choices, text.toUpperCase(Locale.ROOT)));
    }

    /** An absolute http or https URL, without a trailing slash. */
    public URI url(String key) {
        return parsed(key, "must be an http or https URL", Settings::absoluteUrl);
    }

    private static URI absoluteUrl(String text) {
        URI url = URI.create(text.replaceAll("/+$", ""));
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException();
        }
        return url;
    }

    private <T> T parsed(String key, String rule, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (RuntimeException wrong) {
            // the cause is left out on purpose: its message holds the value, which may be a secret
            throw new ConfigurationError(key, rule);
        }
    }
}
