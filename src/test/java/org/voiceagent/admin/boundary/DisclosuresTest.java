package org.voiceagent.admin.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.admin.boundary.Disclosures.Disclosure;
import org.voiceagent.admin.entity.Act;

class DisclosuresTest {

    @Test
    void a_recording_that_is_played_is_one_and_a_list_of_them_is_none() {
        assertEquals(
                Optional.of(new Disclosure(Act.PLAY_RECORDING, "ab12", "7-speech.wav")),
                Disclosures.of("/recordings/ab12/7-speech.wav"));
        assertEquals(Optional.empty(), Disclosures.of("/recordings/ab12"));
    }

    @Test
    void one_conversation_and_a_file_of_turns_are_disclosures() {
        assertEquals(
                Optional.of(new Disclosure(Act.READ_CONVERSATION, "ab12", "")), Disclosures.of("/sessions/ab12/turns"));
        assertEquals(Optional.of(new Disclosure(Act.EXPORT, "turns.csv", "")), Disclosures.of("/analytics/turns.csv"));
        assertEquals(
                Optional.of(new Disclosure(Act.EXPORT, "turns.json", "")), Disclosures.of("/analytics/turns.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/analytics", "/analytics/turns", "/sessions/ab12", "/cluster"})
    void nothing_else_is(String path) {
        assertEquals(Optional.empty(), Disclosures.of(path));
    }
}
