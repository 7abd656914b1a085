package org.voiceagent.recordings.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;

/** Recordings as files, a folder a session. Where the file system has owners, only the server's user may read them. */
final class FolderStore implements RecordingStore {

    private static final Logger LOG = Logger.getLogger(FolderStore.class.getName());
    private static final String MARK = "store.id";
    private static final String HALF_WRITTEN = ".part";

    private final Path folder;
    private final boolean owners;
    private final String id;

    private FolderStore(Path folder) throws IOException {
        this.folder = folder;
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        owners = Files.getFileStore(existing).supportsFileAttributeView("posix");
        Files.createDirectories(folder, only("rwx------"));
        id = mark(folder.resolve(MARK));
    }

    /** @throws IOException when it cannot be written into */
    static FolderStore in(Path folder) throws IOException {
        return new FolderStore(folder.toAbsolutePath().normalize());
    }

    /** Whoever comes first writes it; so all who use the folder read the same, whatever they call it. */
    private String mark(Path file) throws IOException {
        try {
            Path own = Files.createTempFile(folder, MARK, HALF_WRITTEN, only("rw-------"));
            Files.writeString(own, UUID.randomUUID().toString());
            try {
                Files.createLink(file, own);
            } catch (UnsupportedOperationException noLinks) {
                Files.move(own, file);
            } finally {
                Files.deleteIfExists(own);
            }
        } catch (FileAlreadyExistsException another) {
            return Files.readString(file);
        }
        return Files.readString(file);
    }

    private FileAttribute<?>[] only(String permissions) {
        return owners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void put(RecordingName name, byte[] file) {
        asked(() -> {
            Path target = folder.resolve(name.path());
            Path session = Files.createDirectories(target.getParent(), only("rwx------"));
            Path half = Files.createTempFile(session, name.file(), HALF_WRITTEN, only("rw-------"));
            try {
                Files.write(half, file);
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
            return target;
        });
    }

    @Override
    public List<KeptRecording> of(SessionRef session) {
        return asked(() -> {
            List<KeptRecording> kept = new ArrayList<>();
            for (Path file : files(folder.resolve(session.value()))) {
                Optional<RecordingName> name =
                        RecordingName.parse(session, file.getFileName().toString());
                if (name.isPresent()) {
                    kept.add(new KeptRecording(name.get(), Files.size(file), written(file)));
                }
            }
            return kept;
        });
    }

    private static List<Path> files(Path session) throws IOException {
        if (!Files.isDirectory(session)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(session)) {
            return files.sorted().toList();
        }
    }

    @Override
    public Optional<byte[]> read(RecordingName name) {
        return asked(() -> {
            try {
                return Optional.of(Files.readAllBytes(folder.resolve(name.path())));
            } catch (NoSuchFileException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void erase(RecordingName name) {
        asked(() -> Files.deleteIfExists(folder.resolve(name.path())));
    }

    @Override
    public int erase(SessionRef session) {
        return asked(() -> emptied(folder.resolve(session.value()), Instant.MAX));
    }

    @Override
    public void purge(Instant before) {
        asked(() -> {
            try (Stream<Path> sessions = Files.list(folder)) {
                for (Path session : sessions.filter(FolderStore::ofSession).toList()) {
                    emptied(session, before);
                }
            }
            return folder;
        });
    }

    private static boolean ofSession(Path path) {
        return SessionRef.parse(path.getFileName().toString()).isPresent();
    }

    /** @return how many recordings are gone; their folder with the last one */
    private static int emptied(Path session, Instant before) throws IOException {
        int gone = 0;
        int left = 0;
        for (Path file : files(session)) {
            if (written(file).isBefore(before)) {
                boolean whole = !file.toString().endsWith(HALF_WRITTEN);
                gone += Files.deleteIfExists(file) && whole ? 1 : 0;
            } else {
                left++;
            }
        }
        if (left == 0) {
            deleteFolder(session);
        }
        return gone;
    }

    private static Instant written(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException gone) {
            return Instant.MAX;
        }
    }

    private static void deleteFolder(Path session) throws IOException {
        try {
            Files.deleteIfExists(session);
        } catch (DirectoryNotEmptyException used) {
            LOG.log(Level.FINE, "somebody writes into it", used);
        }
    }

    @Override
    public String place() {
        return "folder " + id;
    }

    private static <T> T asked(Call<T> call) {
        try {
            return call.make();
        } catch (IOException | UncheckedIOException failed) {
            throw new StoreUnavailable(failed.getClass().getSimpleName(), failed);
        }
    }

    @FunctionalInterface
    private interface Call<T> {

        T make() throws IOException;
    }
}
