package org.voiceagent.answer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class SystemTextTest {

    private static final String KEY = "voice.answer.prompt-file";
    private static final String MONDAY = "Monday, 2 March 2026";

    @TempDir
    private Path folder;

    @Test
    void the_text_in_the_war_is_for_the_ear_and_knows_what_to_do_without_an_answer() {
        String text = SystemText.from(Catalogue.with(Map.of("voice.site.contact", "the desk at 555 0199")))
                .on(MONDAY, "German");
        for (String rule : List.of(
                "Linden Street Cycles",
                MONDAY,
                "Answer in German",
                "friendly, calm",
                "short sentences",
                "no Markdown",
                "abbreviations in full",
                "you do not know",
                "the desk at 555 0199")) {
            assertTrue(text.contains(rule), rule + " is not in: " + text);
        }
        assertFalse(text.contains("{"), text);
    }

    @Test
    void without_a_contact_visitors_are_sent_to_look_for_it() {
        assertTrue(
                SystemText.from(Catalogue.with(Map.of())).on(MONDAY, "English").contains("contact details"));
    }

    @Test
    void a_file_of_the_site_takes_its_place() throws IOException {
        SystemText text =
                of("\uFEFF{site}, {date}, {language}, {tone}, {contact}.\n", "voice.site.name", "A{date}$1\\");
        assertEquals(
                "A{date}$1\\, Monday, English, friendly, calm and to the point, the contact details on this website.",
                text.on("Monday", "English"));
    }

    @Test
    void another_text_or_tone_is_told_apart_and_another_day_is_not() throws IOException {
        String one =
                of("Speak {tone} on {date}.", "voice.answer.tone", "kindly").print();
        assertEquals("Speak kindly on date.", one);
        assertNotEquals(
                one, of("Speak {tone} on {date}.", "voice.answer.tone", "dryly").print());
        assertNotEquals(
                one, of("Talk {tone} on {date}.", "voice.answer.tone", "kindly").print());
    }

    @Test
    void only_what_visitors_may_be_told_is_no_secret() throws IOException {
        assertEquals(
                List.of("You are ", ". Send them to ", " on ", ", be kind."),
                of("You are {site}. Send them to {contact} on {date}, be kind.", "voice.site.name", "A")
                        .secrets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "{Site}", "{ site }", "{", "}", "{{site}}", "{\"a\": 1}"})
    void a_brace_without_a_meaning_stops_the_start_and_tells_its_line(String wrong) {
        ConfigurationError error =
                assertThrows(ConfigurationError.class, () -> of("Fine, {site}.\nSay " + wrong, "voice.site.name", "A"));
        assertTrue(error.getMessage().contains(KEY) && error.getMessage().contains("line 2"), error.getMessage());
    }

    @Test
    void what_cannot_be_read_stops_the_start_and_its_name_is_not_told() throws IOException {
        Path latin = Files.write(folder.resolve("secret.txt"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));
        Path empty = Files.writeString(folder.resolve("secret-empty.txt"), " \n");
        Path lengthy = Files.writeString(folder.resolve("secret-long.txt"), "a ".repeat(20_000));
        for (String wrong : List.of(
                "/no/such/secret",
                "classpath:/secret.txt",
                "\u0000secret",
                folder.toString(),
                latin.toString(),
                empty.toString(),
                lengthy.toString())) {
            ConfigurationError error =
                    assertThrows(ConfigurationError.class, () -> SystemText.from(Catalogue.with(Map.of(KEY, wrong))));
            assertTrue(error.getMessage().contains(KEY), error.getMessage());
            assertFalse(error.getMessage().contains("secret"), error.getMessage());
        }
    }

    private SystemText of(String text, String key, String value) throws IOException {
        Path file = Files.writeString(folder.resolve("prompt.txt"), text);
        Map<String, String> changes = new HashMap<>(Map.of(KEY, file.toString()));
        changes.put(key, value);
        return SystemText.from(Catalogue.with(changes));
    }
}
