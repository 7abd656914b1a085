package org.voiceagent.widget.control;

import java.util.Optional;
import org.voiceagent.widget.entity.Release;
import org.voiceagent.widget.store.WidgetArchive;

/** The widget of this server: the release it brings, and those that pages may still pin. */
public final class Widget {

    private final Release current;
    private final WidgetArchive archive;

    /** Keeps the current release in the archive. */
    public Widget(Release current, WidgetArchive archive) {
        this.current = current;
        this.archive = archive;
        archive.keep(current);
    }

    public Release current() {
        return current;
    }

    public Optional<Release> release(String version) {
        return current.version().equals(version) ? Optional.of(current) : archive.find(version);
    }
}
