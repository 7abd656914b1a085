package org.voiceagent.answer.control;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * What a model upstream is told before all else: a file of the site, or of the WAR. What is known at the start is filled in
 * then, the rest with each prompt.
 */
final class SystemText {

    private static final String KEY = "voice.answer.prompt-file";
    private static final String CLASSPATH = "classpath:";
    private static final int MOST_BYTES = 32 * 1024;

    private static final String DATE = "date";
    private static final String LANGUAGE = "language";
    private static final String CONTACT = "contact";
    private static final String ANY_CONTACT = "the contact details on this website";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(site|tone|contact|date|language)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    /** What may be said aloud though it stands in the text: visitors are told the contact, and whose voice they hear. */
    private static final Pattern PASSES = PLACEHOLDER;

    private final String template;
    private final Map<String, String> fixed;

    /**
     * @param template with no brace but those of placeholders
     * @param fixed values of all placeholders but date and language
     */
    SystemText(String template, Map<String, String> fixed) {
        this.template = template;
        this.fixed = Map.copyOf(fixed);
    }

    /** @throws ConfigurationError when the file cannot be read, is empty, or has a brace that belongs to no placeholder */
    static SystemText from(Settings settings) {
        String template = read(settings.text(KEY)).strip();
        if (template.isEmpty()) {
            throw new ConfigurationError(KEY, "names a file without text");
        }
        List<String> lines = template.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (BRACE.matcher(PLACEHOLDER.matcher(lines.get(line)).replaceAll(""))
                    .find()) {
                throw new ConfigurationError(
                        KEY,
                        "names a text whose line " + (line + 1) + " has a brace that belongs to none of {site}, {date},"
                                + " {language}, {tone} and {contact}");
            }
        }
        return new SystemText(
                template,
                Map.of(
                        "site",
                        settings.text("voice.site.name"),
                        "tone",
                        settings.text("voice.answer.tone"),
                        CONTACT,
                        settings.optionalText("voice.site.contact").orElse(ANY_CONTACT)));
    }

    private static String read(String location) {
        try (InputStream in = opened(location)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ConfigurationError(KEY, "names a file of more than " + MOST_BYTES + " bytes");
            }
            // what is not UTF-8 is an error and not a text with holes
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (IOException | InvalidPathException unreadable) {
            throw new ConfigurationError(
                    KEY,
                    "names no text that can be read; name a file in UTF-8 that this server may read,"
                            + " or classpath:/prompts/answer.txt for the text in the WAR");
        }
    }

    private static InputStream opened(String location) throws IOException {
        if (!location.startsWith(CLASSPATH)) {
            return Files.newInputStream(Path.of(location));
        }
        String name = location.substring(CLASSPATH.length()).replaceFirst("^/+", "");
        InputStream resource = SystemText.class.getClassLoader().getResourceAsStream(name);
        if (resource == null) {
            throw new FileNotFoundException("No such resource in the WAR");
        }
        return resource;
    }

    String on(String date, String language) {
        return filled(template, name -> switch (name) {
            case DATE -> date;
            case LANGUAGE -> language;
            default -> fixed.get(name);
        });
    }

    /** The parts that no answer has a reason to say. */
    List<String> secrets() {
        return List.of(PASSES.split(template));
    }

    /** All of it that does not change with the request. */
    String print() {
        return filled(template, name -> fixed.getOrDefault(name, name));
    }

    private static String filled(String text, UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }
}
