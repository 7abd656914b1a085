package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.voiceagent.configuration.ConfigurationError;

/**
 * A folder of Markdown documents, in the file system or in the WAR. A document that cannot be read costs itself only:
 * it is logged and left out.
 */
final class KnowledgeFolder {

    private static final System.Logger LOG = System.getLogger(KnowledgeFolder.class.getName());
    private static final String KEY = "voice.knowledge.location";
    private static final String CLASSPATH = "classpath:";
    private static final int MAX_BYTES = 1 << 20;

    private final String location;

    KnowledgeFolder(String location) {
        this.location = location;
    }

    /** All readable documents, by name; a {@link ConfigurationError} when there is none. */
    List<Entry> entries() {
        try {
            List<Entry> entries = location.startsWith(CLASSPATH)
                    ? inClasspath(location.substring(CLASSPATH.length()))
                    : inFolder(Path.of(location));
            if (entries.isEmpty()) {
                throw unusable("holds no readable Markdown document (*.md, in UTF-8)");
            }
            return entries;
        } catch (IOException | UncheckedIOException | InvalidPathException | URISyntaxException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "The knowledge folder cannot be read", unreadable);
            throw unusable("is not a folder that can be read");
        }
    }

    private static ConfigurationError unusable(String what) {
        return new ConfigurationError(
                KEY,
                what + "; name a folder of Markdown files that this server may read,"
                        + " or classpath:/demo/knowledge for the demo's");
    }

    private static List<Entry> inFolder(Path folder) throws IOException {
        Map<String, Source> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sources.put(file.getFileName().toString(), () -> Files.newInputStream(file)));
        }
        return read(sources);
    }

    private static List<Entry> inClasspath(String folder) throws IOException, URISyntaxException {
        String name = folder.replaceAll("^/+|/+$", "");
        List<Entry> entries = new ArrayList<>();
        for (URL url : Collections.list(KnowledgeFolder.class.getClassLoader().getResources(name))) {
            entries.addAll(url.getProtocol().equals("file") ? inFolder(Path.of(url.toURI())) : inJar(url));
        }
        return entries;
    }

    /** Servers that do not unpack a WAR show its classes as a jar, some of them under a protocol name of their own. */
    static List<Entry> inJar(URL url) throws IOException, URISyntaxException {
        URL jar = new URI(url.toString().replaceFirst("^[a-z]*jar:", "jar:")).toURL();
        if (!(jar.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("Not a listable place: " + url.getProtocol());
        }
        // a cached JarFile is shared with the class loader and must not be closed
        connection.setUseCaches(false);
        try (JarFile file = connection.getJarFile()) {
            String prefix = connection.getEntryName().replaceAll("/*$", "/");
            Map<String, Source> sources = new TreeMap<>();
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0) {
                    sources.put(name.substring(prefix.length()), () -> file.getInputStream(entry));
                }
            }
            return read(sources);
        }
    }

    private static List<Entry> read(Map<String, Source> sources) {
        List<Entry> entries = new ArrayList<>();
        sources.forEach((name, source) -> {
            if (isDocument(name)) {
                read(name, source).ifPresent(entries::add);
            }
        });
        return entries;
    }

    private static boolean isDocument(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") && !lower.startsWith(".") && !lower.equals("readme.md");
    }

    private static Optional<Entry> read(String name, Source source) {
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return leftOut(name, "is larger than " + MAX_BYTES + " bytes");
            }
            String markdown = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
            if (markdown.isBlank()) {
                return leftOut(name, "is empty");
            }
            return Optional.of(new Entry(HeadingSlugs.of(name.substring(0, name.length() - 3)), markdown));
        } catch (CharacterCodingException notText) {
            return leftOut(name, "is not UTF-8");
        } catch (IOException unreadable) {
            return leftOut(name, "cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private static Optional<Entry> leftOut(String name, String why) {
        LOG.log(System.Logger.Level.WARNING, "Knowledge document {0} {1} and is left out", name, why);
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }
}
