package org.voiceagent.recordings.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.entity.Sounds;

class FolderStoreTest extends RecordingStoreRules {

    @TempDir
    private Path temporary;

    private Path folder;
    private RecordingStore store;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.resolve("not").resolve("there yet");
        store = FolderStore.in(folder);
    }

    @Override
    RecordingStore store() {
        return store;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void only_the_servers_user_may_read_it() throws IOException {
        RecordingName name = Sounds.utterance(Sounds.session());
        store.put(name, new byte[3]);
        assertEquals("rwx------", permissions(folder));
        assertEquals("rwx------", permissions(folder.resolve(name.session().value())));
        assertEquals("rw-------", permissions(folder.resolve(name.path())));
    }

    @Test
    void leaves_nothing_of_a_session_that_was_erased() throws IOException {
        RecordingName name = Sounds.utterance(Sounds.session());
        store.put(name, new byte[3]);
        Path half = folder.resolve(name.session().value()).resolve("left by a server that died.part");
        Files.write(half, new byte[3]);
        assertEquals(1, store.of(name.session()).size());
        assertEquals(1, store.erase(name.session()));
        assertFalse(Files.exists(folder.resolve(name.session().value())));
    }

    @Test
    void a_purge_leaves_what_is_no_recording() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("photographs")).resolve("beach.jpg");
        Files.write(foreign, new byte[3]);
        store.purge(Instant.MAX);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("photographs", "store.id"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.exists(foreign));
    }

    @Test
    void is_the_same_place_for_all_who_use_it() throws IOException {
        assertEquals(store.place(), FolderStore.in(folder).place());
        assertNotEquals(
                store.place(), FolderStore.in(temporary.resolve("another")).place());
    }

    @Test
    void a_folder_that_is_none_is_unavailable() throws IOException {
        RecordingName name = Sounds.utterance(Sounds.session());
        Files.write(folder.resolve(name.session().value()), new byte[1]);
        assertThrows(StoreUnavailable.class, () -> store.put(name, new byte[3]));
    }
}
