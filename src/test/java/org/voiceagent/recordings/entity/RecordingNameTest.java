package org.voiceagent.recordings.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.audio.AudioFormat;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

class RecordingNameTest {

    private static final SessionRef SESSION = Sounds.session();

    @Test
    void is_read_back_as_it_was_written() {
        RecordingName name = new RecordingName(SESSION, TurnId.mint(), Side.SPEECH, AudioFormat.WAV);
        assertEquals(SESSION.value() + "/" + name.turn() + "-speech.wav", name.path());
        assertEquals(Optional.of(name), RecordingName.parse(name.path()));
        assertEquals(Optional.of(name), RecordingName.parse(SESSION, name.file()));
        assertEquals("audio/wav", name.mediaType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../etc/passwd",
                "0f8fad5b-d9cb-469f-a165-70867728950e-speech.wav/../x",
                "0f8fad5b-d9cb-469f-a165-70867728950e-speech.mp3",
                "0f8fad5b-d9cb-469f-a165-70867728950e-words.wav",
                "------------------------------------speech.wav",
                "store.id"
            })
    void nothing_else_is_a_name(String file) {
        assertEquals(Optional.empty(), RecordingName.parse(SESSION, file));
        assertEquals(Optional.empty(), RecordingName.parse(SESSION.value() + "/" + file));
        assertEquals(Optional.empty(), RecordingName.parse("x/0f8fad5b-d9cb-469f-a165-70867728950e-speech.wav"));
    }
}
