package org.voiceagent.recordings.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The files of one session. Other servers write and erase in it at the same time: what has gone in between is no failure. */
record SessionFolder(Path folder) {

    /** How the names of files end that nobody reads yet. */
    static final String HALF_WRITTEN = ".part";

    private static final Logger LOG = Logger.getLogger(SessionFolder.class.getName());

    /** None where there is no such folder. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException gone) {
            LOG.log(Level.FINE, "erased meanwhile", gone);
            return List.of();
        }
    }

    /** @return how many recordings are gone; their folder with the last one */
    int emptied(Instant before) throws IOException {
        int gone = 0;
        int left = 0;
        for (Path file : files()) {
            if (written(file).isBefore(before)) {
                boolean whole = !file.toString().endsWith(HALF_WRITTEN);
                gone += Files.deleteIfExists(file) && whole ? 1 : 0;
            } else {
                left++;
            }
        }
        if (left == 0) {
            delete();
        }
        return gone;
    }

    private static Instant written(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException gone) {
            LOG.log(Level.FINE, "erased meanwhile", gone);
            return Instant.MAX;
        }
    }

    private void delete() throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException used) {
            LOG.log(Level.FINE, "somebody writes into it", used);
        }
    }
}
