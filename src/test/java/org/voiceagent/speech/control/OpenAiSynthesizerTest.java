package org.voiceagent.speech.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;
import org.voiceagent.upstream.Upstreams;

class OpenAiSynthesizerTest {

    private static final SpeechRequest TEN = new SpeechRequest("We open at ten.", "default", SpeechFormat.PCM);

    /** What the fake makes of it: 60 ms a character, 24 kHz, 16 bit. */
    private static final int TEN_BYTES = 15 * 60 * 24 * 2;

    /** The promise is 100 ms; a busy machine gets three times that. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final FakeUpstream fake = FakeUpstream.start().requireKey(Upstreams.KEY);
    private final Upstreams upstreams = Upstreams.at(fake);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void sends_what_the_api_asks_for() {
        speak(TEN);
        JsonObject sent = fake.calls().get(0).json();
        assertEquals("We open at ten.", sent.getString("input"));
        assertEquals("gpt-4o-mini-tts", sent.getString("model"));
        assertEquals("alloy", sent.getString("voice"));
        assertEquals("pcm", sent.getString("response_format"));
    }

    @Test
    void a_voice_that_was_asked_for_is_used() {
        speak(new SpeechRequest("Hello.", "nova", SpeechFormat.PCM));
        assertEquals("nova", fake.calls().get(0).json().getString("voice"));
    }

    @Test
    void a_speed_is_told_only_where_it_is_not_the_normal_one_and_makes_the_sound_shorter() {
        speak(new SpeechRequest("Hello.", new Delivery("default", 1), SpeechFormat.PCM));
        assertFalse(fake.calls().get(0).json().containsKey("speed"));
        byte[] fast = speak(new SpeechRequest("We open at ten.", new Delivery("default", 1.25), SpeechFormat.PCM));
        assertEquals(1.25, fake.calls().get(1).json().getJsonNumber("speed").doubleValue());
        assertEquals(TEN_BYTES / 1.25, fast.length);
    }

    @Test
    void all_sound_comes_through_at_the_configured_rate() {
        upstreams.with("voice.speech.rate", "22050");
        try (SpeechStream stream = synthesizer().synthesize(TEN)) {
            assertEquals(22_050, stream.rate());
            assertEquals(SpeechFormat.PCM, stream.format());
            assertEquals(TEN_BYTES, read(stream, 4096).length);
        }
    }

    @Test
    void samples_stay_whole_however_the_network_cuts_them() {
        byte[] whole = speak(TEN);
        fake.failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.splitBytes());
        for (int size : new int[] {2, 3, 1000, 4801}) {
            try (SpeechStream stream = synthesizer().synthesize(TEN)) {
                assertArrayEquals(whole, read(stream, size));
            }
        }
    }

    @Test
    void mp3_is_passed_on_as_it_is() {
        byte[] sound = speak(new SpeechRequest("Hello.", "default", SpeechFormat.MP3));
        assertEquals((byte) 0xFF, sound[0]);
        assertEquals("mp3", fake.calls().get(0).json().getString("response_format"));
    }

    @Test
    void sound_arrives_before_it_is_complete() {
        fake.failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.stallAfter(1));
        try (SpeechStream stream = synthesizer().synthesize(TEN)) {
            assertTrue(stream.read(new byte[1000]) > 0);
        }
    }

    @Test
    void closing_ends_a_waiting_reader_and_the_upstream_connection_at_once() throws Exception {
        fake.failAlways(FakeUpstream.SPEECH, FakeUpstreamFault.stallAfter(0));
        SpeechStream stream = synthesizer().synthesize(TEN);
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> stream.read(new byte[100]));
        long closedAt = System.nanoTime();
        stream.close();
        assertThrows(ExecutionException.class, () -> reader.get(10, TimeUnit.SECONDS));
        await().until(() -> fake.calls().get(0).cancelled());
        Duration after = fake.calls().get(0).cancelledAfter(closedAt);
        assertTrue(after.compareTo(AT_ONCE) < 0, "closed after " + after);
    }

    private OpenAiSynthesizer synthesizer() {
        return new OpenAiSynthesizer(upstreams.stage("speech"), upstreams.settings());
    }

    private byte[] speak(SpeechRequest request) {
        try (SpeechStream stream = synthesizer().synthesize(request)) {
            return read(stream, 4096);
        }
    }

    private static byte[] read(SpeechStream stream, int size) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        byte[] buffer = new byte[size];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            assertTrue(count > 0, "a read brings something");
            assertTrue(stream.format() != SpeechFormat.PCM || count % 2 == 0, "half a sample in " + count);
            sound.write(buffer, 0, count);
        }
        return sound.toByteArray();
    }
}
