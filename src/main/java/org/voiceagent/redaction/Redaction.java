package org.voiceagent.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** What is left out of texts, as it is configured. */
public final class Redaction {

    /** Stands where something was left out. */
    public static final String LEFT_OUT = "[removed]";

    private final List<Sensitive> kinds;
    private final Optional<Pattern> own;

    private Redaction(List<Sensitive> kinds, Optional<Pattern> own) {
        this.kinds = List.copyOf(kinds);
        this.own = own;
    }

    /** @param kindsKey lists kinds, in lower case; their order does not matter */
    public static Redaction of(Settings settings, String kindsKey) {
        List<String> named = settings.list(kindsKey);
        List<String> known =
                Arrays.stream(Sensitive.values()).map(Redaction::word).toList();
        if (!known.containsAll(named)) {
            throw new ConfigurationError(kindsKey, "must be a list of " + String.join(", ", known));
        }
        return new Redaction(
                Arrays.stream(Sensitive.values())
                        .filter(kind -> named.contains(word(kind)))
                        .toList(),
                Optional.empty());
    }

    /** This one, and what a regular expression finds in any letter case. */
    public Redaction and(Settings settings, String patternKey) {
        return new Redaction(kinds, pattern(settings, patternKey));
    }

    /** A regular expression, in any letter case; empty where none is configured. */
    public static Optional<Pattern> pattern(Settings settings, String key) {
        try {
            return settings.optionalText(key)
                    .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        } catch (PatternSyntaxException wrong) {
            throw new ConfigurationError(key, "must be a regular expression");
        }
    }

    /** @return what may be kept or said of it */
    public String of(String text) {
        String left = text;
        for (Sensitive kind : kinds) {
            left = kind.leftOut(left);
        }
        String kept = left;
        return own.map(pattern -> pattern.matcher(kept).replaceAll(Matcher.quoteReplacement(LEFT_OUT)))
                .orElse(kept);
    }

    private static String word(Sensitive kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
