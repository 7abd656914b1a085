package org.voiceagent.recordings.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;

/** Recordings as files, a folder a session. Where the file system has owners, only the server's user may read them. */
final class FolderStore implements RecordingStore {

    private static final Logger LOG = Logger.getLogger(FolderStore.class.getName());

    /** An erasure or a purge that meets the same recording so often in a row is none. */
    private static final int TRIES = 3;

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
        id = FolderMark.of(folder, Files::createLink, only("rw-------"));
    }

    /** @throws IOException when it cannot be written into */
    static FolderStore in(Path folder) throws IOException {
        return new FolderStore(folder.toAbsolutePath().normalize());
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
        Path target = folder.resolve(name.path());
        asked(() -> persistently(() -> {
            Path session = Files.createDirectories(target.getParent(), only("rwx------"));
            Path half = Files.createTempFile(session, name.file(), SessionFolder.HALF_WRITTEN, only("rw-------"));
            try {
                Files.write(half, file);
                return Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        }));
    }

    /** Another server's erasure or purge may take away at any moment what was made a moment ago. */
    static <T> T persistently(Call<T> call) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return call.make();
            } catch (NoSuchFileException gone) {
                if (tried == TRIES) {
                    throw gone;
                }
                LOG.log(Level.FINE, "gone in between; once more", gone);
            }
        }
    }

    @Override
    public List<KeptRecording> of(SessionRef session) {
        return asked(() -> {
            List<KeptRecording> kept = new ArrayList<>();
            for (Path file : folder(session).files()) {
                RecordingName.parse(session, file.getFileName().toString())
                        .flatMap(name -> kept(name, file))
                        .ifPresent(kept::add);
            }
            return kept;
        });
    }

    private SessionFolder folder(SessionRef session) {
        return new SessionFolder(folder.resolve(session.value()));
    }

    /** Empty when it has gone since it was listed. */
    private static Optional<KeptRecording> kept(RecordingName name, Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    new KeptRecording(name, seen.size(), seen.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            LOG.log(Level.FINE, "erased meanwhile", gone);
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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
        return asked(() -> folder(session).emptied(Instant.MAX));
    }

    @Override
    public void purge(Instant before) {
        asked(() -> {
            try (Stream<Path> sessions = Files.list(folder)) {
                for (Path session : sessions.filter(FolderStore::ofSession).toList()) {
                    new SessionFolder(session).emptied(before);
                }
            }
            return folder;
        });
    }

    private static boolean ofSession(Path path) {
        return SessionRef.parse(path.getFileName().toString()).isPresent();
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
    interface Call<T> {

        T make() throws IOException;
    }
}
