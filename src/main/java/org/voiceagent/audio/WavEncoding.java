package org.voiceagent.audio;

import java.nio.ByteBuffer;

/**
 * How a WAV file holds its samples, from its {@code fmt } chunk.
 *
 * @param sampleBytes of one channel: 1 to 4; 1 is unsigned, as the format wants it
 */
record WavEncoding(boolean floating, int channels, int rate, int sampleBytes) {

    static final int HIGHEST_RATE = 96_000;

    private static final int SHORTEST = 16;
    private static final int SUBFORMAT_AT = 24;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LOWEST_RATE = 8_000;
    private static final int FLOAT_BYTES = 4;
    private static final float FULL_SCALE = 32_768f;

    WavEncoding {
        if (channels == 0) {
            throw new BrokenAudio("WAV without channels");
        }
        if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
            throw new BrokenAudio("WAV of " + Integer.toUnsignedString(rate) + " Hz; 8,000 to 96,000 are read");
        }
        if (sampleBytes < 1 || sampleBytes > 4 || floating && sampleBytes != FLOAT_BYTES) {
            throw new UnknownAudio("WAV with samples of " + sampleBytes + " bytes");
        }
    }

    /** The block alignment and byte rate of the chunk are not looked at: they follow from the rest, or lie. */
    static WavEncoding read(ByteBuffer chunk) {
        if (chunk.remaining() < SHORTEST) {
            throw new BrokenAudio("WAV cut off in its format");
        }
        int tag = unsigned(chunk, 0);
        if (tag == EXTENSIBLE) {
            if (chunk.remaining() < SUBFORMAT_AT + Short.BYTES) {
                throw new BrokenAudio("WAV cut off in its extended format");
            }
            tag = unsigned(chunk, SUBFORMAT_AT);
        }
        if (tag != PCM && tag != FLOAT) {
            throw new UnknownAudio("WAV with encoding " + tag + ", not PCM");
        }
        int bits = unsigned(chunk, 14);
        return new WavEncoding(tag == FLOAT, unsigned(chunk, 2), chunk.getInt(4), (bits + 7) / 8);
    }

    int frameBytes() {
        return channels * sampleBytes;
    }

    /** The mean of the channels. */
    short mono(ByteBuffer data, int at) {
        long sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += sample(data, at + channel * sampleBytes);
        }
        return (short) (sum / channels);
    }

    private int sample(ByteBuffer data, int at) {
        if (floating) {
            // A cast takes NaN to 0, and the limits keep infinities and what is over full scale in range.
            float scaled = data.getFloat(at) * FULL_SCALE;
            return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, scaled));
        }
        return switch (sampleBytes) {
            case 1 -> ((data.get(at) & 0xFF) - 128) << 8;
            case 2 -> data.getShort(at);
            case 3 -> data.getShort(at + 1);
            default -> data.getShort(at + 2);
        };
    }

    private static int unsigned(ByteBuffer chunk, int at) {
        return Short.toUnsignedInt(chunk.getShort(at));
    }
}
