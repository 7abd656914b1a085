package org.voiceagent.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Loads all classes of the product while their files are there. Payara Micro deletes what it has unpacked at the first
 * moment of a SIGTERM, beside whatever still runs: a class that is needed for the first time from then on cannot be found.
 * One that was needed for the member's shutdown took the last second of all conversations along. The libraries' JARs are
 * open, and can still be read.
 */
final class OwnClasses {

    private static final Logger LOG = Logger.getLogger(OwnClasses.class.getName());
    private static final String ENDING = ".class";

    private OwnClasses() {}

    /**
     * @param known one of a component's; all of the packages beside its own are loaded, at any depth
     * @return how many were loaded: 0 where they are not in files of their own, so that nobody can delete them one by one
     */
    static int load(Class<?> known) {
        URL place = known.getResource(known.getSimpleName() + ENDING);
        if (place == null || !place.getProtocol().equals("file")) {
            return 0;
        }
        try {
            Path component = Path.of(place.toURI()).getParent();
            String name = known.getPackageName();
            return load(component.getParent(), name.substring(0, name.lastIndexOf('.') + 1), known.getClassLoader());
        } catch (IOException | URISyntaxException unreadable) {
            LOG.log(Level.FINE, "the product's classes are loaded when they are needed", unreadable);
            return 0;
        }
    }

    private static int load(Path folder, String prefix, ClassLoader loader) throws IOException {
        URI root = folder.toUri();
        List<String> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.map(file -> root.relativize(file.toUri()).getPath())
                    .filter(path -> path.endsWith(ENDING))
                    .map(path -> prefix
                            + path.substring(0, path.length() - ENDING.length()).replace('/', '.'))
                    .toList();
        }
        return (int) classes.stream().filter(one -> found(one, loader)).count();
    }

    /** In the slim WAR the classes of the embedded engines lack what they are made of. */
    private static boolean found(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError without) {
            LOG.log(Level.FINEST, without, () -> name + " is not used");
            return false;
        }
    }
}
