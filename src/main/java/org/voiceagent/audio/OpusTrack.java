package org.voiceagent.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** One Opus stream, packet by packet, from its identification header (RFC 7845, 5.1) on. */
class OpusTrack {

    /** More than the longest packet has (RFC 6716, 3.2.5: 48 frames of 1,275 bytes and their lengths). */
    static final int LONGEST_PACKET = 61_440;

    private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_BYTES = 19;

    /** Opus's own. At lower rates the decoder makes silence of hybrid packets, which is what browsers record speech in. */
    private static final int OPUS_RATE = 48_000;

    private static final int LONGEST_PACKET_SAMPLES = OPUS_RATE * 120 / 1000;
    private static final int MOST_CHANNELS = 2;

    private final OpusDecoder decoder;
    private final short[] decoded = new short[LONGEST_PACKET_SAMPLES];
    private final Resampler resampler = new Resampler(OPUS_RATE, AudioReader.RATE);
    private final SampleSink sink;
    private int toSkip;

    OpusTrack(byte[] head, Duration longest) {
        if (!isHead(head) || head.length < HEAD_BYTES) {
            throw new BrokenAudio("Opus without its header");
        }
        int channels = head[9] & 0xFF;
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new UnknownAudio("Opus with " + channels + " channels; 1 and 2 are read");
        }
        this.toSkip = (head[10] & 0xFF) | (head[11] & 0xFF) << 8;
        this.sink = new SampleSink(AudioReader.RATE, longest);
        this.decoder = decoder();
    }

    static boolean isHead(byte[] packet) {
        return packet.length >= MAGIC.length && Arrays.equals(packet, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    void decode(byte[] bytes, int start, int length) {
        if (length == 0) {
            // To the decoder, nothing would mean a lost packet, and it would make up sound for it.
            return;
        }
        int count = samples(bytes, start, Math.min(length, LONGEST_PACKET));
        int skipped = Math.min(toSkip, count);
        toSkip -= skipped;
        sink.add(resampler.push(Arrays.copyOfRange(decoded, skipped, count)));
    }

    AudioClip clip() {
        sink.add(resampler.end());
        return sink.clip();
    }

    private int samples(byte[] bytes, int start, int length) {
        try {
            return decoder.decode(bytes, start, length, decoded, 0, decoded.length, false);
        } catch (OpusException | RuntimeException | AssertionError broken) {
            // The decoder finds some malformed packets by running over its own arrays.
            throw new BrokenAudio("Opus packet that cannot be decoded", broken);
        }
    }

    private static OpusDecoder decoder() {
        try {
            return new OpusDecoder(OPUS_RATE, 1);
        } catch (OpusException impossible) {
            throw new IllegalStateException("Opus decoder refuses mono at 48 kHz", impossible);
        }
    }
}
