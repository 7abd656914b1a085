package org.voiceagent.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final AudioClip CLIP = new AudioClip(16_000, new short[] {0, 1, -1, 300, -300, 32_767, -32_768});

    @Test
    void what_was_written_is_read_again() {
        AudioClip read = Wav.read(Wav.bytes(CLIP), MINUTE);
        assertEquals(16_000, read.rate());
        assertArrayEquals(CLIP.samples(), read.samples());
    }

    @Test
    void the_platform_reads_what_was_written() throws Exception {
        AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Wav.bytes(CLIP)));
        assertEquals(16_000, read.getFormat().getSampleRate());
        assertEquals(7, read.getFrameLength());
        assertArrayEquals(Arrays.copyOfRange(Wav.bytes(CLIP), 44, 58), read.readAllBytes());
    }

    @Test
    void a_stream_header_takes_what_follows_as_sound() throws Exception {
        byte[] sound = Arrays.copyOfRange(Wav.bytes(CLIP), 44, 58);
        byte[] streamed = new SequenceInputStream(
                        new ByteArrayInputStream(Wav.streamHeader(24_000)), new ByteArrayInputStream(sound))
                .readAllBytes();
        assertArrayEquals(CLIP.samples(), Wav.read(streamed, MINUTE).samples());
        AudioInputStream platform = AudioSystem.getAudioInputStream(new ByteArrayInputStream(streamed));
        assertEquals(24_000, platform.getFormat().getSampleRate());
        assertArrayEquals(sound, platform.readAllBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 14, 1_000_000, Integer.MIN_VALUE})
    void a_data_length_that_lies_is_not_believed(int claimed) {
        byte[] file = Wav.bytes(CLIP);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, claimed).putInt(4, claimed);
        assertArrayEquals(CLIP.samples(), Wav.read(file, MINUTE).samples());
    }

    @Test
    void what_follows_the_sound_is_not_sound() {
        byte[] file = Arrays.copyOf(Wav.bytes(CLIP), 44 + 14 + 12);
        assertEquals(7, Wav.read(file, MINUTE).samples().length);
    }

    @ParameterizedTest
    @CsvSource({"8,1", "16,2", "24,3", "32,4"})
    void every_width_gives_the_same_sound(int bits, int sampleBytes) {
        ByteBuffer data = littleEndian(2 * sampleBytes);
        if (bits == 8) {
            data.put((byte) (128 + 64)).put((byte) (128 - 64));
        } else {
            put(data, 0x4000 << 16, sampleBytes);
            put(data, -0x4000 << 16, sampleBytes);
        }
        byte[] file = file(format(PCM, 1, 44_100, bits), data.array());
        assertArrayEquals(new short[] {0x4000, -0x4000}, Wav.read(file, MINUTE).samples());
    }

    @Test
    void floating_point_is_limited_to_full_scale() {
        ByteBuffer data = littleEndian(24);
        for (float sample : new float[] {0.5f, -0.5f, 7, -7, Float.NaN, Float.POSITIVE_INFINITY}) {
            data.putFloat(sample);
        }
        byte[] file = file(format(FLOAT, 1, 48_000, 32), data.array());
        assertArrayEquals(
                new short[] {16_384, -16_384, 32_767, -32_768, 0, 32_767},
                Wav.read(file, MINUTE).samples());
    }

    @Test
    void channels_are_mixed_to_their_mean() {
        ByteBuffer data = littleEndian(12);
        for (int sample : new int[] {100, 200, 300, -32_768, -32_768, -32_768}) {
            data.putShort((short) sample);
        }
        byte[] file = file(format(PCM, 3, 8_000, 16), data.array());
        assertArrayEquals(new short[] {200, -32_768}, Wav.read(file, MINUTE).samples());
    }

    @Test
    void the_extended_format_names_its_encoding_inside() {
        ByteBuffer format = littleEndian(40).put(format(0xFFFE, 1, 16_000, 16));
        format.putShort(16, (short) 22).putShort(18, (short) 16).putInt(20, 4).putShort(24, (short) PCM);
        byte[] sound = Arrays.copyOfRange(Wav.bytes(CLIP), 44, 58);
        assertArrayEquals(
                CLIP.samples(), Wav.read(file(format.array(), sound), MINUTE).samples());
    }

    @Test
    void other_chunks_of_odd_length_are_stepped_over() {
        ByteBuffer file = littleEndian(12 + 8 + 3 + 1 + 46);
        byte[] whole = Wav.bytes(CLIP);
        file.put(whole, 0, 12).put("LIST".getBytes()).putInt(3).put(new byte[4]).put(whole, 12, 46);
        assertArrayEquals(CLIP.samples(), Wav.read(file.array(), MINUTE).samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 20, 30, 36, 43, 44, 45})
    void a_file_cut_off_before_its_first_sample_is_broken(int length) {
        byte[] file = Arrays.copyOf(Wav.bytes(CLIP), length);
        assertThrows(BrokenAudio.class, () -> Wav.read(file, MINUTE));
    }

    @Test
    void a_file_cut_off_in_its_sound_gives_whole_samples() {
        byte[] file = Arrays.copyOf(Wav.bytes(CLIP), 49);
        assertArrayEquals(new short[] {0, 1}, Wav.read(file, MINUTE).samples());
    }

    @ParameterizedTest
    @CsvSource({"0,16000", "1,0", "1,7999", "1,96001", "1,-1"})
    void impossible_channels_and_rates_are_broken(int channels, int rate) {
        byte[] file = file(format(PCM, channels, rate, 16), new byte[100]);
        assertThrows(BrokenAudio.class, () -> Wav.read(file, MINUTE));
    }

    @ParameterizedTest
    @CsvSource({"2,4", "6,8", "85,16", "1,0", "1,64", "3,16", "3,64"})
    void other_encodings_and_widths_are_unknown(int encoding, int bits) {
        byte[] file = file(format(encoding, 1, 16_000, bits), new byte[100]);
        assertThrows(UnknownAudio.class, () -> Wav.read(file, MINUTE));
    }

    @Test
    void sound_before_its_format_is_broken() {
        ByteBuffer file = littleEndian(58).put(Wav.bytes(CLIP));
        file.put(12, "data".getBytes()).put(36, "fmt ".getBytes());
        assertThrows(BrokenAudio.class, () -> Wav.read(file.array(), MINUTE));
    }

    @Test
    void above_the_rate_of_recognisers_is_resampled_while_it_is_read() {
        AudioClip tone = Tones.sine(96_000, 1_000, 2, 0.5);
        AudioClip read = AudioReader.read(Wav.bytes(tone), MINUTE);
        assertEquals(AudioReader.RATE, read.rate());
        assertArrayEquals(tone.resampledTo(AudioReader.RATE).samples(), read.samples());
    }

    @Test
    void below_it_stays_as_it_is() {
        AudioClip tone = Tones.sine(8_000, 1_000, 2, 0.5);
        assertArrayEquals(
                tone.samples(), AudioReader.read(Wav.bytes(tone), MINUTE).samples());
    }

    @Test
    void only_what_goes_on_after_the_limit_is_too_long() {
        byte[] file = Wav.bytes(new AudioClip(8_000, new short[16_000]));
        assertEquals(
                Duration.ofSeconds(2), Wav.read(file, Duration.ofSeconds(2)).duration());
        assertThrows(AudioTooLong.class, () -> Wav.read(file, Duration.ofMillis(1999)));
    }

    private static void put(ByteBuffer data, int sample, int sampleBytes) {
        for (int i = 4 - sampleBytes; i < 4; i++) {
            data.put((byte) (sample >> (8 * i)));
        }
    }

    private static byte[] format(int encoding, int channels, int rate, int bits) {
        int block = channels * bits / 8;
        return littleEndian(16)
                .putShort((short) encoding)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * block)
                .putShort((short) block)
                .putShort((short) bits)
                .array();
    }

    private static byte[] file(byte[] format, byte[] data) {
        return littleEndian(28 + format.length + data.length)
                .put("RIFF".getBytes())
                .putInt(20 + format.length + data.length)
                .put("WAVEfmt ".getBytes())
                .putInt(format.length)
                .put(format)
                .put("data".getBytes())
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
