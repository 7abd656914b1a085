package org.voiceagent.widget.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One release of the widget: all its files.
 *
 * @param version twelve hexadecimal digits that only these files have
 * @param files by their path below the release, like {@code texts/de.json}
 */
public record Release(String version, SortedMap<String, WidgetFile> files) {

    /** The scripts that a page loads by itself, and may pin by their integrity. */
    public static final String[] SCRIPTS = {"voice-agent.js", "voice-agent-button.js"};

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{12}");

    /** @param contents of each file, by its path below the release */
    public static Release of(Map<String, byte[]> contents) {
        MessageDigest digest = Digests.sha384();
        SortedMap<String, WidgetFile> files = new TreeMap<>();
        new TreeMap<>(contents).forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(Digests.sha384().digest(content));
            files.put(name, WidgetFile.of(name, content));
        });
        return new Release(Digests.hex(digest.digest()).substring(0, 12), files);
    }

    /** Whether the text could be the version of a release. */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    public Optional<WidgetFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
