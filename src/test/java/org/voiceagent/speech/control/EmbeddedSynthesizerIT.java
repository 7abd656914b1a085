package org.voiceagent.speech.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.upstream.LogLines;

class EmbeddedSynthesizerIT {

    private static final EmbeddedSynthesizer ENGINE = new EmbeddedSynthesizer();
    private static final String SENTENCE = "The workshop opens at nine on every day but Sunday.";

    @BeforeAll
    static void load() {
        ENGINE.load();
    }

    @Test
    void it_is_ready_once_it_is_loaded() {
        assertTrue(EmbeddedSynthesizer.available());
        assertTrue(ENGINE.ready());
        assertFalse(new EmbeddedSynthesizer().ready());
    }

    @Test
    void it_says_so_where_its_libraries_are_left_out() throws Exception {
        URL ours =
                EmbeddedSynthesizer.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader slim = new URLClassLoader(new URL[] {ours}, ClassLoader.getPlatformClassLoader())) {
            Class<?> alone = slim.loadClass(EmbeddedSynthesizer.class.getName());
            assertEquals(false, alone.getMethod("available").invoke(null));
            Object engine = alone.getConstructor().newInstance();
            assertEquals(false, alone.getMethod("ready").invoke(engine));
        }
    }

    @Test
    void an_engine_that_does_not_load_is_logged_once_and_told_as_unavailable() {
        LogLines log = LogLines.of(EmbeddedSynthesizer.class);
        log.start();
        EmbeddedSynthesizer broken = new EmbeddedSynthesizer(() -> {
            throw new SpeechUnavailable("The voice is missing.");
        });
        assertFalse(broken.unavailable());
        broken.load();
        SpeechRequest request = new SpeechRequest(SENTENCE, "default", SpeechFormat.PCM);
        assertThrows(SpeechUnavailable.class, () -> broken.synthesize(request));
        log.stop();
        assertTrue(broken.unavailable());
        assertFalse(broken.ready());
        assertEquals(1, log.count());
        assertTrue(log.text().startsWith("WARNING The embedded speech does not load"), log.text());
        assertTrue(log.text().contains("The voice is missing."), log.text());
    }

    @Test
    void a_sentence_becomes_mono_speech_of_24_kHz() {
        AudioClip speech = spoken(SENTENCE);
        assertEquals(24_000, speech.rate());
        assertTrue(speech.duration().toMillis() > 2_000 && speech.duration().toMillis() < 5_000);
        assertTrue(speech.loudest() > -20 && speech.mayHoldSpeech());
    }

    @Test
    void only_raw_samples_are_made() {
        assertEquals(Set.of(SpeechFormat.PCM), ENGINE.formats());
        SpeechRequest mp3 = new SpeechRequest(SENTENCE, "default", SpeechFormat.MP3);
        FormatNotSpoken refusal = assertThrows(FormatNotSpoken.class, () -> ENGINE.synthesize(mp3));
        assertEquals(406, refusal.status());
    }

    @Test
    void what_cannot_be_pronounced_is_no_sound() {
        assertEquals(0, spoken("🙂").samples().length);
        assertEquals(0, spoken("中文。").samples().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We sell TV sets, xyz and a PDF for Flynn & Lynx, thx.",
                "It costs £25 or € 12.50, that is 5% off, on 24/12/2025 at 9:30.",
                "a < b > c & d \" ' \\ / | ( ) [ ] { } # @ ^ ~ `",
                "12345678901234567890123456789012345678901234567890",
                "Ünïcödé Łódź naïve café ½ × ° ™ © ® § ¶",
                "(((",
                "a",
                "-5",
                "1.",
                "?!",
                "<maryxml version=\"0.4\"><voice name=\"x\">",
                "&#0; &amp; &nosuch; %s $1 \\u0000"
            })
    void odd_text_never_breaks_it(String text) {
        AudioClip normal = spoken(text);
        AudioClip fast = spoken(text, 1.5);
        assertEquals(normal.samples().length == 0, fast.samples().length == 0, "at another speed too");
    }

    @Test
    void another_speed_makes_it_shorter_or_longer_and_leaves_its_pitch() {
        AudioClip normal = spoken(SENTENCE);
        double pitch = Pitch.of(normal);
        assertTrue(pitch > 120 && pitch < 260, "a woman's voice: " + pitch + " Hz");
        for (double speed : new double[] {0.5, 0.75, 1.25, 1.5, 2}) {
            AudioClip other = spoken(SENTENCE, speed);
            double length = (double) other.samples().length / normal.samples().length;
            // the pause at its end keeps its length
            double between = 1 + (1 / speed - 1) * 0.8;
            assertTrue(Math.abs(length - between) < 0.12, "at " + speed + " it takes " + length);
            assertEquals(pitch, Pitch.of(other), 0.08 * pitch, "Hz at " + speed);
        }
    }

    @Test
    void what_its_text_analysis_breaks_down_over_is_spoken_in_plain_words() {
        AudioClip speech = read(MaryEngine.load().speak("On 24.12.2025, 2025-12-24, 24/12/2025 and 24.12.2025", 1));
        assertTrue(speech.duration().toMillis() > 3_000, () -> "" + speech.duration());
    }

    @Test
    void many_speak_at_once_and_each_is_heard_in_full() throws Exception {
        int length = spoken(SENTENCE).samples().length;
        ExecutorService visitors = Executors.newFixedThreadPool(6);
        List<Future<AudioClip>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(visitors.submit(() -> spoken(SENTENCE)));
        }
        for (Future<AudioClip> one : all) {
            assertEquals(length, one.get().samples().length);
        }
        visitors.shutdown();
    }

    @Test
    void closing_early_ends_all_threads_and_frees_the_engine() {
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            try (SpeechStream speech = speak((SENTENCE + " ").repeat(5))) {
                assertTrue(speech.read(new byte[100]) > 0);
                speech.close();
                assertEquals(-1, speech.read(new byte[100]));
            }
        }
        await().until(() -> speakingThreads() == 0);
    }

    @Test
    void a_reader_that_stops_reading_keeps_nobody_from_speaking() {
        List<SpeechStream> stalled = new ArrayList<>();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            stalled.add(speak(SENTENCE));
        }
        assertTrue(spoken(SENTENCE).samples().length > 0);
        stalled.forEach(SpeechStream::close);
        await().until(() -> speakingThreads() == 0);
    }

    @Test
    void it_prints_nothing_and_writes_no_files() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            System.setOut(caught);
            System.setErr(caught);
            read(MaryEngine.load().speak("It costs £ 25 or € 12.50, ½ & 24.12.2025.", 1));
            spoken("xyz £ ½");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
        assertFalse(new File("log").exists());
    }

    private static long speakingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() != null
                        && thread.getThreadGroup().getName().startsWith("speech-"))
                .count();
    }

    private static SpeechStream speak(String text) {
        return ENGINE.synthesize(new SpeechRequest(text, "default", SpeechFormat.PCM));
    }

    private static AudioClip spoken(String text) {
        return read(speak(text));
    }

    private static AudioClip spoken(String text, double speed) {
        return read(ENGINE.synthesize(new SpeechRequest(text, new Delivery("default", speed), SpeechFormat.PCM)));
    }

    private static AudioClip read(SpeechStream stream) {
        try (SpeechStream speech = stream) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] buffer = new byte[1_000];
            for (int length = speech.read(buffer); length >= 0; length = speech.read(buffer)) {
                all.write(buffer, 0, length);
            }
            short[] samples = new short[all.size() / 2];
            ByteBuffer.wrap(all.toByteArray())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return new AudioClip(speech.rate(), samples);
        }
    }
}
