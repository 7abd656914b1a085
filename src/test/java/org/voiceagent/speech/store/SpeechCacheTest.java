package org.voiceagent.speech.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.speech.store.SpeechMemory.heard;

import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

class SpeechCacheTest {

    private static final SpeechRequest HELLO = new SpeechRequest("Hello.", "default", SpeechFormat.PCM);

    private static SpeechMemory memory;

    private final FakeSynthesizer engine = new FakeSynthesizer();
    private final SpeechCache cache = memory.of(engine, "fake|voice");

    @BeforeAll
    static void start() {
        memory = new SpeechMemory();
    }

    @AfterAll
    static void stop() {
        memory.close();
    }

    @BeforeEach
    void forget() {
        memory.forget();
    }

    @Test
    void says_again_what_it_has_said_without_asking_the_engine() {
        SpeechStream first = cache.synthesize(HELLO);
        int rate = first.rate();
        String said = heard(first);
        SpeechStream second = cache.synthesize(HELLO);
        assertEquals(rate, second.rate());
        assertEquals(SpeechFormat.PCM, second.format());
        assertEquals(said, heard(second));
        assertEquals(1, engine.asked());
    }

    @Test
    void bills_the_characters_of_speech_once() {
        SpeechStream first = cache.synthesize(HELLO);
        heard(first);
        assertTrue(first.billedCharacters() > 0);
        SpeechStream second = cache.synthesize(HELLO);
        heard(second);
        assertEquals(0, second.billedCharacters());
    }

    @Test
    void counts_each_call_as_one_hit_or_one_miss() {
        heard(cache.synthesize(HELLO));
        assertEquals(List.of(0, 1), List.of(memory.hits(), memory.misses()));
        heard(cache.synthesize(HELLO));
        heard(cache.synthesize(HELLO));
        assertEquals(List.of(2, 1), List.of(memory.hits(), memory.misses()));
    }

    @Test
    void tells_texts_voices_speeds_and_formats_apart() {
        List<SpeechRequest> requests = List.of(
                HELLO,
                new SpeechRequest("Hello!", "default", SpeechFormat.PCM),
                new SpeechRequest("Hello.", "alloy", SpeechFormat.PCM),
                new SpeechRequest("Hello.", new Delivery("default", 1.25), SpeechFormat.PCM),
                new SpeechRequest("Hello.", "default", SpeechFormat.MP3));
        List<String> said = requests.stream()
                .map(request -> heard(cache.synthesize(request)))
                .toList();
        assertEquals(5, engine.asked());
        assertEquals(5, said.stream().distinct().count());
        assertEquals(SpeechFormat.MP3, cache.synthesize(requests.get(4)).format());
        assertEquals(5, engine.asked());
    }

    @Test
    void another_setup_does_not_find_old_speech() {
        String old = heard(cache.synthesize(HELLO));
        assertNotEquals(old, heard(memory.of(engine, "fake|another voice").synthesize(HELLO)));
        assertEquals(2, engine.asked());
        assertEquals(old, heard(memory.of(engine, "fake|voice").synthesize(HELLO)));
        assertEquals(2, engine.asked());
    }

    @Test
    void keeps_nothing_of_speech_that_was_closed_before_its_end() {
        byte[] buffer = new byte[3];
        try (SpeechStream speech = cache.synthesize(HELLO)) {
            speech.read(buffer);
        }
        assertTrue(memory.entries().isEmpty(), "the key is free");
        heard(cache.synthesize(HELLO));
        assertEquals(2, engine.asked());
        assertEquals(List.of(0, 2), List.of(memory.hits(), memory.misses()));
    }

    @Test
    void keeps_speech_that_is_closed_again_after_its_end() {
        SpeechStream speech = cache.synthesize(HELLO);
        heard(speech);
        speech.close();
        assertEquals(-1, speech.read(new byte[1]));
        assertEquals(1, memory.entries().size());
    }

    /** An entry without bytes would stand for a sentence in work, and whoever asks next would wait for it. */
    @Test
    void keeps_no_speech_without_a_sound() {
        SpeechRequest silence = new SpeechRequest("", "default", SpeechFormat.PCM);
        assertEquals("", heard(cache.synthesize(silence)));
        assertTrue(memory.entries().isEmpty(), "the key is free");
    }

    @Test
    void says_nothing_of_the_text_in_the_names_of_entries() {
        heard(cache.synthesize(HELLO));
        String key = memory.entries().keySet().iterator().next();
        assertTrue(key.matches("[0-9a-f]{64}"), key);
    }

    @Test
    void gives_every_entry_a_life() {
        SpeechStream speech = cache.synthesize(HELLO);
        assertLives(Duration.ofSeconds(30));
        heard(speech);
        assertLives(SpeechMemory.TTL);
    }

    @Test
    void comes_back_from_the_map_as_it_was() {
        IMap<String, StoredSpeech> entries = memory.entries();
        byte[] bytes = {0, 1, -1, 127, -128};
        entries.set("key", new StoredSpeech(24_000, bytes));
        assertEquals(24_000, entries.get("key").rate());
        assertArrayEquals(bytes, entries.get("key").bytes());
        assertTrue(entries.get("key").made());
        entries.set("key", StoredSpeech.IN_WORK);
        assertTrue(!entries.get("key").made());
    }

    @Test
    void shows_the_engine_behind_it() {
        assertEquals("fake", cache.engine());
        assertEquals(engine.formats(), cache.formats());
        assertEquals(engine.ready(), cache.ready());
    }

    private static void assertLives(Duration life) {
        IMap<String, StoredSpeech> entries = memory.entries();
        String key = entries.keySet().iterator().next();
        long left = entries.getEntryView(key).getExpirationTime() - System.currentTimeMillis();
        assertTrue(Math.abs(left - life.toMillis()) < 20_000, "lives " + left + " ms");
    }
}
