package org.voiceagent.recordings.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioFormat;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.entity.Side;
import org.voiceagent.recordings.entity.Sounds;

/** What every store of recordings keeps to. */
abstract class RecordingStoreRules {

    private final SessionRef session = Sounds.session();
    private final TurnId turn = TurnId.mint();
    private final RecordingName utterance = new RecordingName(session, turn, Side.UTTERANCE, AudioFormat.OGG);
    private final RecordingName speech = new RecordingName(session, turn, Side.SPEECH, AudioFormat.WAV);

    abstract RecordingStore store();

    private List<RecordingName> names(SessionRef of) {
        return store().of(of).stream().map(KeptRecording::name).toList();
    }

    @Test
    void gives_back_what_was_written_last() {
        store().put(speech, new byte[] {1, 2, 3});
        store().put(speech, new byte[] {4, 5});
        assertArrayEquals(new byte[] {4, 5}, store().read(speech).orElseThrow());
        assertEquals(Optional.empty(), store().read(utterance));
    }

    @Test
    void lists_the_recordings_of_one_session_with_size_and_time() {
        store().put(utterance, new byte[7]);
        store().put(speech, new byte[9]);
        store().put(Sounds.utterance(Sounds.session()), new byte[5]);
        assertEquals(List.of(speech, utterance), names(session));
        KeptRecording first = store().of(session).get(0);
        assertEquals(9, first.bytes());
        assertTrue(first.at().isAfter(Instant.EPOCH.plus(Duration.ofDays(365))), first.toString());
        assertEquals(List.of(), store().of(Sounds.session()));
    }

    @Test
    void erases_one_or_all_of_a_session_and_says_how_many() {
        RecordingName other = Sounds.utterance(Sounds.session());
        store().put(utterance, new byte[7]);
        store().put(speech, new byte[9]);
        store().put(other, new byte[5]);
        store().erase(utterance);
        store().erase(utterance);
        assertEquals(List.of(speech), names(session));
        store().put(utterance, new byte[7]);
        assertEquals(2, store().erase(session));
        assertEquals(0, store().erase(session));
        assertEquals(List.of(), names(session));
        assertEquals(List.of(other), names(other.session()));
    }

    @Test
    void purges_what_is_older_and_nothing_else() {
        store().put(speech, new byte[9]);
        Instant written = store().of(session).get(0).at();
        store().purge(written.minusSeconds(1));
        assertEquals(List.of(speech), names(session));
        store().purge(written.plusSeconds(1));
        assertEquals(List.of(), names(session));
    }
}
