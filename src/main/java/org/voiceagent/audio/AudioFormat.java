package org.voiceagent.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What uploaded bytes are. */
public enum AudioFormat {
    WAV,
    /** Or its superset Matroska, which some browsers record. */
    WEBM,
    OGG;

    private static final byte[] RIFF = ascii("RIFF");
    private static final byte[] WAVE = ascii("WAVE");
    private static final byte[] OGG_PAGE = ascii("OggS");
    private static final byte[] EBML = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
    private static final int WAVE_AT = 8;

    /** Told by the first bytes alone; empty where they are none of the formats read here. */
    public static Optional<AudioFormat> of(byte[] bytes) {
        if (holds(bytes, 0, RIFF) && holds(bytes, WAVE_AT, WAVE)) {
            return Optional.of(WAV);
        }
        if (holds(bytes, 0, EBML)) {
            return Optional.of(WEBM);
        }
        return holds(bytes, 0, OGG_PAGE) ? Optional.of(OGG) : Optional.empty();
    }

    private static boolean holds(byte[] bytes, int at, byte[] expected) {
        return bytes.length >= at + expected.length
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
