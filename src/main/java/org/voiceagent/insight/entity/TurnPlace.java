package org.voiceagent.insight.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A turn's place among all that are logged, the newest first: later pages begin after it, whatever comes meanwhile.
 *
 * @param endedAt epoch milliseconds
 * @param id decides between those of the same millisecond
 */
public record TurnPlace(long endedAt, String id) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15})~([\\w/-]{1,101})");

    /** Empty for what is not one. */
    public static Optional<TurnPlace> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new TurnPlace(Long.parseLong(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return endedAt + "~" + id;
    }
}
