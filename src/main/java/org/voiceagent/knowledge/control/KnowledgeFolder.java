package org.voiceagent.knowledge.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.voiceagent.configuration.ConfigurationError;

/**
 * The folder of the site's documents, in the file system or in the WAR. Documents that are links may lead anywhere below the
 * folder, as Kubernetes mounts them, and nowhere else.
 */
final class KnowledgeFolder {

    private static final System.Logger LOG = System.getLogger(KnowledgeFolder.class.getName());
    private static final String KEY = "voice.knowledge.location";
    private static final String CLASSPATH = "classpath:";

    private final String location;

    KnowledgeFolder(String location) {
        this.location = location;
    }

    /** Whether it can change: what is inside the WAR cannot. */
    boolean changes() {
        return !location.startsWith(CLASSPATH);
    }

    /**
     * All documents, by name.
     *
     * @throws ConfigurationError when the folder cannot be read
     */
    List<DocumentFile> documents() {
        try {
            List<DocumentFile> files =
                    changes() ? inFolder(Path.of(location)) : inClasspath(location.substring(CLASSPATH.length()));
            return files.stream()
                    .filter(file -> DocumentFormat.of(file.name()).isPresent())
                    .sorted(Comparator.comparing(DocumentFile::name))
                    .toList();
        } catch (IOException | UncheckedIOException | InvalidPathException | URISyntaxException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "The knowledge folder cannot be read", unreadable);
            throw unusable("is not a folder that can be read");
        }
    }

    static ConfigurationError unusable(String what) {
        return new ConfigurationError(
                KEY,
                what + "; name a folder of Markdown, HTML or PDF files that this server may read,"
                        + " or classpath:/demo/knowledge for the demo's");
    }

    private static List<DocumentFile> inFolder(Path folder) throws IOException {
        Path root = folder.toRealPath();
        List<DocumentFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(root)) {
            files.forEach(file -> inFolder(root, file).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<DocumentFile> inFolder(Path root, Path file) {
        String name = file.getFileName().toString();
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            String print = now.size() + " " + now.lastModifiedTime().toInstant() + " " + now.fileKey() + " "
                    + Files.isReadable(file);
            return now.isRegularFile()
                    ? Optional.of(new DocumentFile(name, now.size(), print, () -> opened(root, file)))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            // between the list and the look, or a link that leads nowhere
            LOG.log(System.Logger.Level.DEBUG, "A document has gone", gone);
            return Optional.empty();
        } catch (IOException unreadable) {
            // it is there, so what it said before must not be forgotten
            return Optional.of(new DocumentFile(name, 0, "unreadable", () -> {
                throw unreadable;
            }));
        }
    }

    private static InputStream opened(Path root, Path file) throws IOException {
        if (!file.toRealPath().startsWith(root)) {
            throw new DocumentRefused("is a link that leads out of the folder");
        }
        return Files.newInputStream(file);
    }

    private static List<DocumentFile> inClasspath(String folder) throws IOException, URISyntaxException {
        String name = folder.replaceAll("^/+|/+$", "");
        List<DocumentFile> files = new ArrayList<>();
        for (URL url : Collections.list(KnowledgeFolder.class.getClassLoader().getResources(name))) {
            files.addAll(url.getProtocol().equals("file") ? inFolder(Path.of(url.toURI())) : inJar(url));
        }
        return files;
    }

    /** Servers that do not unpack a WAR show its classes as a jar, some of them under a protocol name of their own. */
    static List<DocumentFile> inJar(URL url) throws IOException, URISyntaxException {
        URL jar = new URI(url.toString().replaceFirst("^[a-z]*jar:", "jar:")).toURL();
        if (!(jar.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("Not a listable place: " + url.getProtocol());
        }
        // a cached JarFile is shared with the class loader and must not be closed
        connection.setUseCaches(false);
        try (JarFile file = connection.getJarFile()) {
            String prefix = connection.getEntryName().replaceAll("/*$", "/");
            List<DocumentFile> files = new ArrayList<>();
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                String own = name.substring(Math.min(name.length(), prefix.length()));
                boolean here = name.startsWith(prefix) && own.indexOf('/') < 0;
                if (here && DocumentFormat.of(own).isPresent()) {
                    files.add(inJar(file, entry, own));
                }
            }
            return files;
        }
    }

    /** Read at once: the jar is closed before anybody asks. */
    private static DocumentFile inJar(JarFile jar, JarEntry entry, String name) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return new DocumentFile(name, bytes.length, entry.getName(), () -> new ByteArrayInputStream(bytes));
        }
    }
}
