package org.voiceagent.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/** Walks the chunks of one WAV file to its format and its samples. */
class WavReader {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT_CHUNK = fourCharacters("fmt ");
    private static final int DATA_CHUNK = fourCharacters("data");
    private static final int UNKNOWN_LENGTH = 0xFFFF_FFFF;

    private final ByteBuffer bytes;
    private final Duration longest;

    WavReader(byte[] bytes, Duration longest) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.longest = longest;
    }

    AudioClip read() {
        WavEncoding encoding = null;
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= bytes.capacity()) {
            int name = bytes.getInt((int) at);
            int length = bytes.getInt((int) at + 4);
            int start = (int) at + CHUNK_HEADER;
            if (name == DATA_CHUNK) {
                return samples(encoding, start, length);
            }
            if (name == FORMAT_CHUNK) {
                encoding = WavEncoding.read(slice(start, Integer.toUnsignedLong(length)));
            }
            at = start + Integer.toUnsignedLong(length) + (length & 1);
        }
        throw new BrokenAudio("WAV without samples");
    }

    private AudioClip samples(WavEncoding encoding, int start, int length) {
        if (encoding == null) {
            throw new BrokenAudio("WAV whose samples come before their format");
        }
        boolean unknown = length == 0 || length == UNKNOWN_LENGTH;
        ByteBuffer data = slice(start, unknown ? Long.MAX_VALUE : Integer.toUnsignedLong(length));
        int frames = data.remaining() / encoding.frameBytes();
        if (frames == 0) {
            throw new BrokenAudio("WAV without samples");
        }
        if (Duration.ofSeconds(frames).compareTo(longest.multipliedBy(encoding.rate())) > 0) {
            throw new AudioTooLong(longest);
        }
        short[] samples = new short[frames];
        for (int frame = 0; frame < frames; frame++) {
            samples[frame] = encoding.mono(data, frame * encoding.frameBytes());
        }
        return new AudioClip(encoding.rate(), samples);
    }

    /** As many of the bytes as there are. */
    private ByteBuffer slice(int start, long length) {
        int there = (int) Math.min(length, bytes.capacity() - start);
        return bytes.slice(start, there).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int fourCharacters(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
