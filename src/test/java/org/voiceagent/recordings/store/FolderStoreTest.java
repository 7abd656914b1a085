package org.voiceagent.recordings.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.recordings.entity.KeptRecording;
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

    @Test
    void a_file_that_goes_while_they_are_listed_is_no_outage() throws IOException {
        RecordingName name = Sounds.utterance(Sounds.session());
        store.put(name, new byte[3]);
        Path session = folder.resolve(name.session().value());
        Path gone = Path.of(Sounds.utterance(name.session()).file());
        Files.createSymbolicLink(session.resolve(gone), session.resolve("erased meanwhile"));
        assertEquals(
                List.of(name),
                store.of(name.session()).stream().map(KeptRecording::name).toList());
    }

    @Test
    void a_folder_that_goes_while_it_is_written_into_is_made_once_more() throws IOException {
        AtomicInteger tried = new AtomicInteger();
        assertEquals("written", FolderStore.persistently(() -> {
            if (tried.getAndIncrement() == 0) {
                throw new NoSuchFileException("erased by another server");
            }
            return "written";
        }));
        assertThrows(
                NoSuchFileException.class,
                () -> FolderStore.persistently(() -> {
                    throw new NoSuchFileException("not there at all");
                }));
    }

    @Test
    void a_folder_without_links_is_marked_as_well() throws IOException {
        Path plain = Files.createDirectory(temporary.resolve("vfat"));
        FolderMark.Link none = (link, existing) -> {
            throw new FileSystemException(link.toString(), existing.toString(), "Operation not permitted");
        };
        String mark = FolderMark.of(plain, none);
        assertEquals(mark, FolderMark.of(plain, none));
        assertEquals(mark, FolderMark.of(plain, Files::createLink));
        try (Stream<Path> left = Files.list(plain)) {
            assertEquals(List.of(plain.resolve("store.id")), left.toList());
        }
    }
}
