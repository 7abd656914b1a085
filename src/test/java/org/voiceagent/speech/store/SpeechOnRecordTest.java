package org.voiceagent.speech.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

class SpeechOnRecordTest {

    private static final SpeechRequest HELLO = new SpeechRequest("Hello.", "default", SpeechFormat.PCM);

    private final List<StoredSpeech> kept = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private Optional<SpeechStream> onRecord = Optional.empty();
    private int reads;

    /** Two bytes, then it waits; closing it lets its reader go with the end of the stream, as the embedded engine does. */
    private final SpeechStream waiting = new SpeechStream() {

        @Override
        public SpeechFormat format() {
            return SpeechFormat.PCM;
        }

        @Override
        public int rate() {
            return 16_000;
        }

        @Override
        public int read(byte[] buffer) {
            return reads++ == 0 ? 2 : -1;
        }

        @Override
        public void close() {
            onRecord.ifPresent(reader -> reader.read(new byte[2]));
        }
    };

    @Test
    void keeps_the_whole_speech_once() {
        SpeechStream speech = record(new FakeSynthesizer().synthesize(HELLO));
        String heard = SpeechMemory.heard(speech);
        speech.close();
        assertEquals(1, kept.size());
        assertArrayEquals(heard.getBytes(StandardCharsets.UTF_8), kept.get(0).bytes());
        assertEquals(List.of(), broken);
    }

    @Test
    void tells_once_that_it_did_not_come_to_its_end() {
        SpeechStream speech = record(new FakeSynthesizer().synthesize(HELLO));
        speech.read(new byte[2]);
        speech.close();
        speech.close();
        assertEquals(-1, speech.read(new byte[2]));
        assertEquals(List.of(), kept);
        assertEquals(List.of("broken"), broken);
    }

    @Test
    void keeps_nothing_of_what_another_thread_closes_while_it_is_read() {
        SpeechStream speech = record(waiting);
        onRecord = Optional.of(speech);
        speech.read(new byte[2]);
        speech.close();
        assertEquals(List.of(), kept);
        assertEquals(List.of("broken"), broken);
    }

    @Test
    void goes_on_speaking_when_the_memory_has_gone() {
        SpeechMemory memory = new SpeechMemory();
        FakeSynthesizer engine = new FakeSynthesizer();
        SpeechStream whole = memory.of(engine, "fake").synthesize(HELLO);
        SpeechStream cut = memory.of(engine, "another").synthesize(HELLO);
        memory.close();
        assertEquals(HELLO + " #1", SpeechMemory.heard(whole));
        assertDoesNotThrow(cut::close);
    }

    private SpeechStream record(SpeechStream speech) {
        return new SpeechOnRecord(speech, kept::add, () -> broken.add("broken"));
    }
}
