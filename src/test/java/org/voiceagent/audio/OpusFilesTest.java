package org.voiceagent.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpusFilesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final AudioClip TONE = Tones.sine(48_000, 1_000, 1, 0.5);
    private static final OpusRecording RECORDING = OpusRecording.of(TONE, 1);

    static Stream<Function<OpusRecording, byte[]>> containers() {
        return Stream.of(OggFile::of, WebmFile::of);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void opus_is_decoded_at_16_kHz(Function<OpusRecording, byte[]> container) {
        AudioClip read = AudioReader.read(container.apply(RECORDING), MINUTE);
        assertEquals(16_000, read.rate());
        assertEquals(1_000, read.duration().toMillis(), 40);
        assertEquals(0.5, Tones.amplitude(read, 1_000), 0.05);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void stereo_is_mixed_to_mono(Function<OpusRecording, byte[]> container) {
        AudioClip read = AudioReader.read(container.apply(OpusRecording.of(TONE, 2)), MINUTE);
        assertEquals(1_000, read.duration().toMillis(), 40);
        assertEquals(0.5, Tones.amplitude(read, 1_000), 0.05);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void the_encoders_delay_is_skipped(Function<OpusRecording, byte[]> container) {
        AudioClip read = AudioReader.read(container.apply(RECORDING), MINUTE);
        int samples = RECORDING.packets().size() * 320 - OpusRecording.PRE_SKIP / 3;
        assertEquals(samples, read.samples().length);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_recording_cut_off_at_its_end_gives_what_is_there(Function<OpusRecording, byte[]> container) {
        byte[] file = container.apply(RECORDING);
        AudioClip read = AudioReader.read(Arrays.copyOf(file, file.length * 2 / 3), MINUTE);
        assertTrue(read.duration().toMillis() > 300, () -> "only " + read.duration());
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_recording_cut_off_before_its_sound_is_refused(Function<OpusRecording, byte[]> container) {
        byte[] file = container.apply(new OpusRecording(RECORDING.head(), List.of()));
        assertThrows(BrokenAudio.class, () -> AudioReader.read(file, MINUTE));
        for (int length = 4; length < file.length; length++) {
            byte[] shorter = Arrays.copyOf(file, length);
            assertThrows(RuntimeException.class, () -> AudioReader.read(shorter, MINUTE));
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_few_kilobytes_that_hold_hours_stop_at_the_limit(Function<OpusRecording, byte[]> container) {
        byte[] silence60ms = {(byte) 0x18};
        byte[] file = container.apply(new OpusRecording(RECORDING.head(), Collections.nCopies(100_000, silence60ms)));
        assertThrows(AudioTooLong.class, () -> AudioReader.read(file, MINUTE));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void packets_without_contents_are_no_sound(Function<OpusRecording, byte[]> container) {
        byte[] file = container.apply(new OpusRecording(RECORDING.head(), Collections.nCopies(1_000, new byte[0])));
        assertThrows(BrokenAudio.class, () -> AudioReader.read(file, MINUTE));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void more_than_two_channels_are_not_read(Function<OpusRecording, byte[]> container) {
        byte[] head = RECORDING.head().clone();
        head[9] = 6;
        byte[] file = container.apply(new OpusRecording(head, RECORDING.packets()));
        assertThrows(UnknownAudio.class, () -> AudioReader.read(file, MINUTE));
    }

    @Test
    void other_codecs_are_unknown() {
        byte[] vorbis = new WebmFile()
                .element(0x1A45DFA3, new byte[0])
                .open(WebmFile.SEGMENT)
                .element(WebmFile.TRACKS, WebmFile.track(1, "A_VORBIS", new byte[30]))
                .open(WebmFile.CLUSTER)
                .bytes();
        assertThrows(UnknownAudio.class, () -> AudioReader.read(vorbis, MINUTE));
        byte[] speex = new OggFile().page(1, List.of("Speex   ".getBytes())).bytes();
        assertThrows(UnknownAudio.class, () -> AudioReader.read(speex, MINUTE));
    }

    @Test
    void the_sound_of_another_track_is_left_out() {
        WebmFile webm = new WebmFile().start(RECORDING.head()).open(WebmFile.CLUSTER);
        for (byte[] packet : RECORDING.packets()) {
            webm.element(WebmFile.SIMPLE_BLOCK, WebmFile.block(2, 0, new byte[] {1, 2, 3}));
            webm.element(WebmFile.SIMPLE_BLOCK, WebmFile.block(WebmFile.TRACK, 0, packet));
        }
        assertEquals(0.5, Tones.amplitude(AudioReader.read(webm.bytes(), MINUTE), 1_000), 0.05);
    }

    @Test
    void blocks_in_groups_and_with_lacing_are_read() {
        WebmFile webm = new WebmFile().start(RECORDING.head()).open(WebmFile.CLUSTER);
        for (byte[] packet : RECORDING.packets()) {
            byte[] laced = new byte[1 + packet.length];
            System.arraycopy(packet, 0, laced, 1, packet.length);
            byte[] block = WebmFile.block(WebmFile.TRACK, 4, laced);
            webm.element(
                    WebmFile.BLOCK_GROUP,
                    new WebmFile().element(WebmFile.BLOCK, block).bytes());
        }
        assertEquals(0.5, Tones.amplitude(AudioReader.read(webm.bytes(), MINUTE), 1_000), 0.05);
    }

    @Test
    void the_pages_of_another_stream_are_left_out() {
        OggFile ogg = new OggFile()
                .page(1, List.of(RECORDING.head()))
                .page(2, List.of(new byte[3]))
                .page(1, List.of(new byte[100_000]));
        for (byte[] packet : RECORDING.packets()) {
            ogg.page(2, List.of(new byte[700])).page(1, List.of(packet));
        }
        assertEquals(0.5, Tones.amplitude(AudioReader.read(ogg.bytes(), MINUTE), 1_000), 0.05);
    }

    @Test
    void something_between_the_pages_is_broken() {
        byte[] file = OggFile.of(RECORDING);
        byte[] padded = Arrays.copyOf(file, file.length + 100);
        assertThrows(BrokenAudio.class, () -> AudioReader.read(padded, MINUTE));
    }
}
