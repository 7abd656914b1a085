package org.voiceagent.recordings.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.AudioFormat;
import org.voiceagent.audio.Wav;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.recordings.entity.Recording;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.entity.Side;
import org.voiceagent.recordings.entity.Sounds;

class GrowingSoundTest {

    private static final int ROOM = 1000;

    private final RecordingQueue queue = new RecordingQueue(ROOM, new RecordingCounts(() -> {}, () -> {}));
    private final SessionRef session = Sounds.session();
    private final TurnId turn = TurnId.mint();
    private final GrowingSound sound = new GrowingSound(queue, session, turn);

    @Test
    void speech_becomes_one_wav_of_all_its_pieces() {
        sound.speech(24_000, new byte[] {1, 0, 2, 0});
        sound.speech(24_000, new byte[0]);
        sound.speech(24_000, new byte[] {3, 0});
        assertEquals(Optional.empty(), queue.first());
        sound.close();
        Recording recording = queue.first().orElseThrow();
        assertEquals(new RecordingName(session, turn, Side.SPEECH, AudioFormat.WAV), recording.name());
        AudioClip clip = Wav.read(recording.file(), Duration.ofSeconds(1));
        assertEquals(24_000, clip.rate());
        assertArrayEquals(new short[] {1, 2, 3}, clip.samples());
        assertEquals(recording.size(), queue.bytes());
    }

    @Test
    void an_utterance_stays_as_it_arrived() {
        byte[] ogg = "OggS and so on".getBytes(StandardCharsets.US_ASCII);
        sound.utterance(ogg);
        Recording recording = queue.first().orElseThrow();
        assertEquals(turn + "-utterance.ogg", recording.name().file());
        assertArrayEquals(ogg, recording.file());
    }

    @Test
    void half_an_answer_is_none_and_gives_its_room_back() {
        sound.speech(24_000, new byte[600]);
        sound.speech(24_000, new byte[600]);
        sound.speech(24_000, new byte[100]);
        sound.close();
        assertEquals(Optional.empty(), queue.first());
        assertEquals(0, queue.bytes());
        assertEquals(1, queue.dropped());
    }

    @Test
    void a_turn_without_speech_leaves_nothing() {
        sound.close();
        sound.close();
        assertEquals(Optional.empty(), queue.first());
        assertEquals(0, queue.dropped());
        assertTrue(queue.take(ROOM));
    }
}
