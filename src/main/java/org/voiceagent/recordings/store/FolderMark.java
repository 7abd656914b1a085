package org.voiceagent.recordings.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The file {@code store.id}: whoever comes first writes it, so all who use the folder read the same, whatever they call it. */
final class FolderMark {

    private static final Logger LOG = Logger.getLogger(FolderMark.class.getName());
    private static final String NAME = "store.id";

    private FolderMark() {}

    /** How a second name is given to a file, as {@link Files#createLink}. */
    @FunctionalInterface
    interface Link {

        Path make(Path link, Path existing) throws IOException;
    }

    /**
     * What it says.
     *
     * @param only who may read it
     * @throws IOException when it can neither be read nor written
     */
    static String of(Path folder, Link link, FileAttribute<?>... only) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            write(file, link, only);
        }
        return Files.readString(file);
    }

    private static void write(Path file, Link link, FileAttribute<?>... only) throws IOException {
        Path own = Files.createTempFile(file.getParent(), NAME, SessionFolder.HALF_WRITTEN, only);
        try {
            Files.writeString(own, UUID.randomUUID().toString());
            named(file, own, link);
        } catch (FileAlreadyExistsException another) {
            LOG.log(Level.FINE, "another server was faster", another);
        } finally {
            Files.deleteIfExists(own);
        }
    }

    /** File systems without links, as vfat, SMB or gcsfuse, refuse them in different ways. */
    private static void named(Path file, Path own, Link link) throws IOException {
        try {
            link.make(file, own);
        } catch (FileAlreadyExistsException another) {
            throw another;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            LOG.log(Level.FINE, "no links here", noLinks);
            Files.move(own, file);
        }
    }
}
