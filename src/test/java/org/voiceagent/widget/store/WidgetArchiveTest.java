package org.voiceagent.widget.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.widget.control.Widget;
import org.voiceagent.widget.entity.Release;

class WidgetArchiveTest {

    @TempDir
    private Path folder;

    private static Release release(String text) {
        return Release.of(Map.of("voice-agent.js", bytes(text), "texts/de.json", bytes("{}")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_release_is_found_after_an_update_of_the_server() {
        Release old = release("old");
        new Widget(old, new WidgetArchive(Optional.of(folder)));
        Widget updated = new Widget(release("new"), new WidgetArchive(Optional.of(folder)));
        Release found = updated.release(old.version()).orElseThrow();
        assertEquals(old.version(), found.version());
        assertArrayEquals(bytes("{}"), found.file("texts/de.json").orElseThrow().content());
    }

    @Test
    void another_content_is_another_release() {
        assertNotEquals(release("old").version(), release("new").version());
    }

    @Test
    void what_was_changed_in_the_folder_is_not_served() throws IOException {
        WidgetArchive archive = new WidgetArchive(Optional.of(folder));
        Release kept = release("kept");
        archive.keep(kept);
        Files.writeString(folder.resolve(kept.version()).resolve("voice-agent.js"), "forged");
        assertTrue(archive.find(kept.version()).isEmpty());
    }

    @Test
    void two_servers_keep_the_same_release_once() throws IOException {
        new WidgetArchive(Optional.of(folder)).keep(release("same"));
        new WidgetArchive(Optional.of(folder)).keep(release("same"));
        try (var kept = Files.list(folder)) {
            assertEquals(1, kept.count());
        }
    }

    @Test
    void only_a_version_is_looked_for() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("archive"));
        Files.writeString(folder.resolve("secret"), "x");
        WidgetArchive archive = new WidgetArchive(Optional.of(inside));
        assertTrue(archive.find("..").isEmpty());
        assertTrue(archive.find("../secret").isEmpty());
    }

    @Test
    void a_folder_that_takes_nothing_hinders_nobody() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "x");
        Release release = release("current");
        Widget widget = new Widget(release, new WidgetArchive(Optional.of(file)));
        assertEquals(Optional.of(release), widget.release(release.version()));
    }
}
