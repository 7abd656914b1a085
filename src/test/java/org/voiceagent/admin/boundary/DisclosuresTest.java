package org.voiceagent.admin.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "/recordings/ab12/7-speech.wav/, play-recording, ab12, 7-speech.wav",
        "/recordings/ab12;a=b/7-speech.wav;c, play-recording, ab12, 7-speech.wav",
        "//recordings/ab12/7-speech.wav, play-recording, ab12, 7-speech.wav",
        "/sessions/ab12/turns/, read-conversation, ab12, ''",
        "/sessions/ab12/turns;a=b, read-conversation, ab12, ''",
        "/analytics/turns.csv/, export, turns.csv, ''",
        "/analytics/turns.json//, export, turns.json, ''"
    })
    void no_other_way_to_write_the_path_goes_unseen(String path, String act, String what, String detail) {
        Disclosure told = Disclosures.of(path).orElseThrow();
        assertEquals(List.of(act, what, detail), List.of(told.act().word(), told.what(), told.detail()));
    }

    @Test
    void a_part_of_a_recording_is_told_too_and_what_is_refused_is_not() {
        assertTrue(Disclosures.tells(200));
        assertTrue(Disclosures.tells(206));
        assertFalse(Disclosures.tells(404));
        assertFalse(Disclosures.tells(204));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/recordings/ab12/",
                "/sessions//turns",
                "/analytics",
                "/analytics/turns",
                "/sessions/ab12",
                "/cluster"
            })
    void nothing_else_is(String path) {
        assertEquals(Optional.empty(), Disclosures.of(path));
    }
}
