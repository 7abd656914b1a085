package org.voiceagent.conversation.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** The gate's rules as they are configured: what ends an answer, and what is left out of it. */
@Singleton
public class ConfiguredCheck implements SentenceCheck {

    static final String LEFT_OUT = "[removed]";

    private static final String BLOCKED = "voice.gate.blocked";
    private static final String REDACTED = "voice.gate.redact";

    /** As long as the numbers of cards are (ISO/IEC 7812), in groups or without. */
    private static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])");

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S++");

    private final Optional<Pattern> blocked;
    private final List<UnaryOperator<String>> redactions;

    @Inject
    ConfiguredCheck(Config config) {
        this(new Settings(config));
    }

    ConfiguredCheck(Settings settings) {
        blocked = settings.optionalText(BLOCKED).map(ConfiguredCheck::pattern);
        redactions =
                settings.list(REDACTED).stream().map(ConfiguredCheck::redaction).toList();
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException wrong) {
            throw new ConfigurationError(BLOCKED, "must be a regular expression");
        }
    }

    private static UnaryOperator<String> redaction(String kind) {
        return switch (kind) {
            case "cards" -> text -> without(text, CARD, ConfiguredCheck::isCard);
            case "emails" -> text -> without(text, EMAIL, found -> true);
            case "links" -> text -> without(text, LINK, found -> true);
            default -> throw new ConfigurationError(REDACTED, "must be a list of cards, emails, links");
        };
    }

    private static String without(String text, Pattern pattern, Predicate<String> meant) {
        return pattern.matcher(text).replaceAll((MatchResult found) -> meant.test(found.group()) ? LEFT_OUT : "$0");
    }

    /** Whether its check digit fits: the formula of Luhn, doubling every second digit from the right. */
    private static boolean isCard(String grouped) {
        List<Integer> digits = new ArrayList<>();
        grouped.chars().filter(Character::isDigit).forEach(digit -> digits.add(0, Character.digit(digit, 10)));
        int sum = 0;
        for (int place = 0; place < digits.size(); place++) {
            int doubled = digits.get(place) * (1 + place % 2);
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }

    @Override
    public Optional<String> check(String sentence) {
        if (blocked.filter(pattern -> pattern.matcher(sentence).find()).isPresent()) {
            return Optional.empty();
        }
        String left = sentence;
        for (UnaryOperator<String> redaction : redactions) {
            left = redaction.apply(left);
        }
        return Optional.of(left);
    }
}
