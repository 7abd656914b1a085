package org.voiceagent.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A clip as Opus packets of 20 ms, as a browser records it. */
public record OpusRecording(byte[] head, List<byte[]> packets) {

    static final int PRE_SKIP = 312;
    static final int RATE = 48_000;
    static final int FRAME = RATE / 50;

    public static OpusRecording of(AudioClip clip, int channels) {
        short[] mono = clip.resampledTo(RATE).samples();
        int frames = (mono.length + PRE_SKIP + FRAME - 1) / FRAME;
        short[] interleaved = new short[frames * FRAME * channels];
        for (int i = 0; i < mono.length * channels; i++) {
            interleaved[i] = mono[i / channels];
        }
        return new OpusRecording(head(channels), packets(interleaved, channels));
    }

    private static byte[] head(int channels) {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) channels)
                .putShort((short) PRE_SKIP)
                .putInt(RATE)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static List<byte[]> packets(short[] interleaved, int channels) {
        try {
            OpusEncoder encoder = new OpusEncoder(RATE, channels, OpusApplication.OPUS_APPLICATION_VOIP);
            encoder.setBitrate(32_000 * channels);
            byte[] buffer = new byte[4_000];
            List<byte[]> packets = new ArrayList<>();
            for (int at = 0; at < interleaved.length; at += FRAME * channels) {
                int length = encoder.encode(interleaved, at, FRAME, buffer, 0, buffer.length);
                packets.add(Arrays.copyOf(buffer, length));
            }
            return packets;
        } catch (OpusException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
