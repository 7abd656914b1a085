package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document as it lies in its folder, not read yet.
 *
 * @param bytes its size
 * @param print changes when the file does: of its size, its times, and which file it is
 */
record DocumentFile(String name, long bytes, String print, Opening opening) {

    @FunctionalInterface
    interface Opening {

        /** @throws DocumentRefused when it may not be read */
        InputStream open() throws IOException;
    }

    /** Changes when one of them does, comes, or goes. */
    static String print(List<DocumentFile> files) {
        return files.stream().map(file -> file.name() + " " + file.print()).collect(Collectors.joining("\n"));
    }
}
