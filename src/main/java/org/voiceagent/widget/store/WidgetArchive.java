package org.voiceagent.widget.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.voiceagent.widget.entity.Release;

/** Releases in a folder, one folder each; or nowhere. Several servers may share it: a release is put there whole. */
public final class WidgetArchive {

    private static final Logger LOG = Logger.getLogger(WidgetArchive.class.getName());

    private final Optional<Path> folder;
    private final Map<String, Release> found = new ConcurrentHashMap<>();

    public WidgetArchive(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Keeps a release. A folder that does not take it is told in the log: this server serves the release all the same. */
    public void keep(Release release) {
        folder.map(root -> root.resolve(release.version()))
                .filter(place -> !Files.exists(place))
                .ifPresent(place -> {
                    try {
                        write(release, place);
                    } catch (IOException failed) {
                        LOG.log(Level.WARNING, "The widget''s release {0} was not kept: {1}", new Object[] {
                            release.version(), failed.toString()
                        });
                    }
                });
    }

    /** A release that was kept here and is as it was. */
    public Optional<Release> find(String version) {
        if (!Release.isVersion(version)) {
            return Optional.empty();
        }
        Optional<Release> known = Optional.ofNullable(found.get(version));
        return known.or(() -> folder.map(root -> root.resolve(version))
                .filter(Files::isDirectory)
                .flatMap(WidgetArchive::read)
                .filter(release -> release.version().equals(version))
                .map(this::remembered));
    }

    private Release remembered(Release release) {
        found.put(release.version(), release);
        return release;
    }

    private static void write(Release release, Path place) throws IOException {
        Path unfinished = Files.createTempDirectory(Files.createDirectories(place.getParent()), "unfinished");
        for (var file : release.files().entrySet()) {
            Path target = unfinished.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue().content());
        }
        if (!unfinished.toFile().renameTo(place.toFile()) && !Files.isDirectory(place)) {
            throw new IOException("cannot name " + place);
        }
    }

    private static Optional<Release> read(Path place) {
        try {
            return Optional.of(Release.of(contents(place)));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "The widget''s release in {0} cannot be read: {1}", new Object[] {
                place, failed.toString()
            });
            return Optional.empty();
        }
    }

    private static Map<String, byte[]> contents(Path place) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        place.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
