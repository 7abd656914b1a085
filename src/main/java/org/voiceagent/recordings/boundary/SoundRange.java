package org.voiceagent.recordings.boundary;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a sound that is asked for: Safari plays none without (RFC 9110, 14). Of several ranges, as of what cannot be read
 * as one, the whole is sent, which the RFC allows.
 *
 * @param first byte; beyond the last where there is nothing to be sent
 * @param last byte, which belongs to it
 * @param length of the whole
 */
record SoundRange(long first, long last, int length) {

    /** Longer numbers are not needed by anybody, and fit into no long. */
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /**
     * Empty where the whole is to be sent.
     *
     * @param header as {@code bytes=0-1}, {@code bytes=500-} or, for the last ones, {@code bytes=-500}
     */
    static Optional<SoundRange> of(String header, int length) {
        Matcher one = ONE.matcher(header);
        if (!one.matches()) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            return one.group(2).isEmpty() ? Optional.empty() : Optional.of(end(Long.parseLong(one.group(2)), length));
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        return first > last
                ? Optional.empty()
                : Optional.of(new SoundRange(first, Math.min(last, length - 1L), length));
    }

    private static SoundRange end(long bytes, int length) {
        return new SoundRange(Math.max(0, length - bytes), length - 1L, length);
    }

    boolean isEmpty() {
        return first > last;
    }

    /** As the header Content-Range tells it. */
    String told() {
        return isEmpty() ? "bytes */" + length : "bytes " + first + "-" + last + "/" + length;
    }

    byte[] of(byte[] sound) {
        return Arrays.copyOfRange(sound, (int) first, (int) last + 1);
    }
}
