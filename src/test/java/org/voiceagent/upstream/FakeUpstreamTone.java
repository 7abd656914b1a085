package org.voiceagent.upstream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sound instead of speech: as long as the text would take, 440 Hz, 24 kHz. */
final class FakeUpstreamTone {

    private static final int RATE = 24_000;
    private static final int SAMPLES_PER_CHARACTER = RATE * 60 / 1000;
    private static final double LOUDNESS = 8000;

    /** A tenth of a second and a bit: the odd byte splits a sample over two pieces, as networks do. */
    private static final int PIECE = 4801;

    private FakeUpstreamTone() {}

    /** @param speed 2 halves its length */
    static byte[] of(String text, String format, double speed) {
        int samples = (int) (text.length() * SAMPLES_PER_CHARACTER / speed);
        if (!format.equals("pcm")) {
            return mp3(samples);
        }
        ByteBuffer sound = ByteBuffer.allocate(samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            sound.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * 440 * i / RATE)));
        }
        return sound.array();
    }

    /** Empty frames of 64 kbit/s, 24 kHz, mono: 192 bytes and 24 ms each. */
    private static byte[] mp3(int samples) {
        int frames = Math.max(1, samples / 576);
        ByteBuffer sound = ByteBuffer.allocate(frames * 192);
        for (int i = 0; i < frames; i++) {
            sound.position(i * 192).put(new byte[] {(byte) 0xFF, (byte) 0xF3, (byte) 0x84, (byte) 0xC4});
        }
        return sound.array();
    }

    static List<byte[]> pieces(byte[] sound) {
        List<byte[]> pieces = new ArrayList<>();
        for (int start = 0; start < sound.length; start += PIECE) {
            pieces.add(Arrays.copyOfRange(sound, start, Math.min(sound.length, start + PIECE)));
        }
        return pieces;
    }
}
