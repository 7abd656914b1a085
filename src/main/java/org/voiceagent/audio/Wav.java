package org.voiceagent.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sound as a RIFF/WAVE file: PCM, mono, 16 bit when written. */
public final class Wav {

    static final int HEADER_BYTES = 44;

    private static final int SAMPLE_BYTES = 2;
    private static final int UNKNOWN_LENGTH = 0xFFFF_FFFF;
    private static final int RIFF_BYTES_BEFORE_DATA = HEADER_BYTES - 8;
    private static final short PCM = 1;

    private Wav() {}

    /**
     * Reads PCM of 8, 16, 24 or 32 bit or floating point of 32 bit, 8 to 96 kHz, any number of channels.
     *
     * @throws UnknownAudio when it is no WAV, or compressed
     * @throws BrokenAudio when it does not keep to its format, or holds no sound
     * @throws AudioTooLong when the sound goes on after {@code longest}
     */
    public static AudioClip read(byte[] bytes, Duration longest) {
        return read(bytes, longest, WavEncoding.HIGHEST_RATE);
    }

    /**
     * The same, resampled while it is read where its rate is higher than {@code highestRate} samples per second, so that
     * a minute takes no more memory than at that rate.
     */
    static AudioClip read(byte[] bytes, Duration longest, int highestRate) {
        if (AudioFormat.of(bytes).filter(AudioFormat.WAV::equals).isEmpty()) {
            throw new UnknownAudio("no WAV by its first bytes");
        }
        return new WavReader(bytes, longest, highestRate).read();
    }

    /** The clip as a whole file. */
    public static byte[] bytes(AudioClip clip) {
        int length = Math.multiplyExact(clip.samples().length, SAMPLE_BYTES);
        ByteBuffer file = littleEndian(HEADER_BYTES + length);
        putHeader(file, clip.rate(), length, RIFF_BYTES_BEFORE_DATA + length);
        file.asShortBuffer().put(clip.samples());
        return file.array();
    }

    /**
     * The header of a file of 16 bit samples.
     *
     * @param dataLength bytes of samples that follow it
     */
    public static byte[] header(int rate, int dataLength) {
        ByteBuffer header = littleEndian(HEADER_BYTES);
        putHeader(header, rate, dataLength, RIFF_BYTES_BEFORE_DATA + dataLength);
        return header.array();
    }

    /**
     * The header of a file whose end is not known yet; the samples follow it as they are made. Both lengths are
     * 0xFFFFFFFF, as ffmpeg writes them into a pipe: browsers, ffmpeg and javax.sound take it as "until the end".
     */
    public static byte[] streamHeader(int rate) {
        ByteBuffer header = littleEndian(HEADER_BYTES);
        putHeader(header, rate, UNKNOWN_LENGTH, UNKNOWN_LENGTH);
        return header.array();
    }

    private static void putHeader(ByteBuffer to, int rate, int dataLength, int riffLength) {
        to.put(ascii("RIFF")).putInt(riffLength).put(ascii("WAVE"));
        to.put(ascii("fmt ")).putInt(16).putShort(PCM).putShort((short) 1);
        to.putInt(rate)
                .putInt(rate * SAMPLE_BYTES)
                .putShort((short) SAMPLE_BYTES)
                .putShort((short) 16);
        to.put(ascii("data")).putInt(dataLength);
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
