package org.voiceagent.insight.entity;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a visitor's browser seems to run on, coarsely: by the User-Agent header, which may say anything. */
public enum Device {
    BOT("bot\\b|crawl|spider|slurp|headless|curl/|wget/|python|java/|okhttp|monitor"),
    TABLET("ipad|tablet|kindle|silk/|playbook|android(?!.*mobile)"),
    MOBILE("iphone|ipod|android|mobile|windows phone"),
    DESKTOP("windows|macintosh|x11|linux|cros"),
    UNKNOWN("");

    /** What comes after it is padding. */
    private static final int MOST_CHARACTERS = 512;

    private final Pattern signs;

    Device(String signs) {
        this.signs = Pattern.compile(signs);
    }

    public static Device of(String userAgent) {
        String start = userAgent
                .substring(0, Math.min(MOST_CHARACTERS, userAgent.length()))
                .toLowerCase(Locale.ROOT);
        for (Device device : values()) {
            if (device.signs.matcher(start).find()) {
                return device;
            }
        }
        return UNKNOWN;
    }

    /** As it stands in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
