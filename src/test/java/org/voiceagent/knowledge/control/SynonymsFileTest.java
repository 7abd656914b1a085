package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.upstream.LogLines;

class SynonymsFileTest {

    @TempDir
    private Path folder;

    private final LogLines log = LogLines.of(SynonymsFile.class);
    private Path path;

    @BeforeEach
    void aFile() throws IOException {
        path = Files.writeString(folder.resolve("synonyms.txt"), "bike, velo\n");
        log.start();
    }

    @AfterEach
    void endOfTheLog() {
        log.stop();
    }

    private SynonymsFile file() {
        return new SynonymsFile(Optional.of(path.toString()));
    }

    @Test
    void what_has_changed_is_taken_up_and_what_has_not_is_not_read_again() throws IOException {
        SynonymsFile file = file();
        SiteSynonyms first = file.current();
        file.look();
        assertSame(first, file.current());
        Files.writeString(path, "bike, velo, cycle\n");
        file.look();
        assertEquals(6, file.current().rules().size());
    }

    @Test
    void a_broken_one_is_told_once_and_the_last_good_one_stays() throws IOException {
        SynonymsFile file = file();
        SiteSynonyms good = file.current();
        Files.writeString(path, "bike, velo\na => b => c\n");
        file.look();
        file.look();
        assertSame(good, file.current());
        assertTrue(file.trouble().orElseThrow().contains("line 2"));
        Files.write(path, "vélo, bike".getBytes(StandardCharsets.ISO_8859_1));
        file.look();
        assertTrue(file.trouble().orElseThrow().contains("not UTF-8"));
        Files.delete(path);
        file.look();
        file.look();
        assertSame(good, file.current());
        assertEquals(3, log.text().split("WARNING", -1).length - 1, "one for each state");
        Files.writeString(path, "bike, velo, two wheeler\n");
        file.look();
        assertEquals(Optional.empty(), file.trouble());
        assertEquals(6, file.current().rules().size());
    }

    @Test
    void at_the_start_a_broken_one_is_a_wrong_configuration() throws IOException {
        Files.writeString(path, "bike, ?\n");
        assertTrue(
                assertThrows(ConfigurationError.class, this::file).getMessage().contains(SynonymsFile.KEY));
        Files.delete(path);
        assertThrows(ConfigurationError.class, this::file);
        assertTrue(new SynonymsFile(Optional.empty()).current().rules().isEmpty());
    }
}
