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

    private static final int PIECE_FRAMES = 8_192;

    private final ByteBuffer bytes;
    private final Duration longest;
    private final int highestRate;

    WavReader(byte[] bytes, Duration longest, int highestRate) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.longest = longest;
        this.highestRate = highestRate;
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
        return encoding.rate() > highestRate
                ? resampled(encoding, data, frames)
                : new AudioClip(encoding.rate(), mono(encoding, data, 0, frames));
    }

    /** By pieces, so that the sound at its own rate is never in memory as a whole. */
    private AudioClip resampled(WavEncoding encoding, ByteBuffer data, int frames) {
        Resampler resampler = new Resampler(encoding.rate(), highestRate);
        SampleSink sink = new SampleSink(highestRate, longest);
        for (int first = 0; first < frames; first += PIECE_FRAMES) {
            sink.add(resampler.push(mono(encoding, data, first, Math.min(PIECE_FRAMES, frames - first))));
        }
        sink.add(resampler.end());
        return sink.clip();
    }

    private static short[] mono(WavEncoding encoding, ByteBuffer data, int first, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = encoding.mono(data, (first + i) * encoding.frameBytes());
        }
        return samples;
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
