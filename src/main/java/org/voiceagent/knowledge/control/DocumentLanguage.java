package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The language of a text, as its two or three letters of ISO 639: {@code de} for de-CH, since the index knows no countries. */
final class DocumentLanguage {

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z]{2})\\.[A-Za-z]+$");

    /** Those that still stand for themselves: {@code in} and {@code iw} were renamed, and "log.in.html" is no Indonesian. */
    private static final Set<String> CODES = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> code.equals(Locale.forLanguageTag(code).getLanguage()))
            .collect(Collectors.toSet());

    private DocumentLanguage() {}

    /**
     * @param tag of BCP 47, as {@code de-CH}; with an underscore as well
     * @return empty when it names none
     */
    static Optional<String> of(String tag) {
        return Optional.of(Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage())
                .filter(language -> !language.isEmpty());
    }

    /** As a file's name ends: {@code opening-hours.de.md}. */
    static Optional<String> named(String file) {
        Matcher ending = ENDING.matcher(file);
        return ending.find()
                ? Optional.of(ending.group(1).toLowerCase(Locale.ROOT)).filter(CODES::contains)
                : Optional.empty();
    }
}
