package org.voiceagent.widget.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.widget.control.Widget;
import org.voiceagent.widget.entity.Release;
import org.voiceagent.widget.store.WidgetArchive;

/** The release in this application: the files that its package has under WEB-INF/widget. */
@ApplicationScoped
public class BundledWidget {

    private static final String FOLDER = "/WEB-INF/widget/";

    @Inject
    private Config config;

    private Widget widget;

    /** At the start, so that the release is kept even if nobody loads it. */
    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        Map<String, byte[]> contents = new HashMap<>();
        add(FOLDER, application, contents);
        Optional<Path> archive =
                new Settings(config).optionalText("voice.widget.archive").map(Path::of);
        widget = new Widget(Release.of(contents), new WidgetArchive(archive));
    }

    Widget widget() {
        return widget;
    }

    private static void add(String folder, ServletContext application, Map<String, byte[]> contents) {
        for (String path :
                Optional.ofNullable(application.getResourcePaths(folder)).orElse(Set.of())) {
            if (path.endsWith("/")) {
                add(path, application, contents);
            } else {
                contents.put(path.substring(FOLDER.length()), content(application, path));
            }
        }
    }

    private static byte[] content(ServletContext application, String path) {
        try (InputStream file = application.getResourceAsStream(path)) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
