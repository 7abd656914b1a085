package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.control.PreparedAnswer;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.TurnEvent;

class TellingTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void what_passes_the_gate_is_told_and_kept_as_it_was_written() {
        Telling telling = telling("lawsuit", "We open at **nine**.", "We close at five.");
        assertEquals(List.of("We open at nine.", "We close at five."), told);
        assertEquals("We open at **nine**. We close at five.", telling.response());
        assertEquals(Outcome.DONE, telling.outcome());
    }

    @Test
    void a_blocked_sentence_ends_the_answer_with_another_one_instead() {
        Telling telling = telling("lawsuit", "We open at nine.", "A lawsuit would help.", "We close at five.");
        assertEquals(List.of("We open at nine.", "No more."), told);
        assertEquals("We open at nine. No more.", telling.response());
        assertEquals(Outcome.BLOCKED, telling.outcome());
    }

    @Test
    void what_is_left_out_is_left_out_of_the_response_too() {
        Telling telling = telling("", "Your *card* is 4111 1111 1111 1111.", "It is valid.");
        assertEquals(List.of("Your card is [removed].", "It is valid."), told);
        assertEquals("Your card is [removed]. It is valid.", telling.response());
    }

    @Test
    void what_is_never_spoken_does_not_slip_by_in_the_response() {
        Telling telling = telling("secret", "Here it is.\n```\nsecret\n```\n", "That was all.");
        assertEquals(List.of("Here it is.", "That was all."), told);
        assertEquals("Here it is. That was all.", telling.response());
    }

    private Telling telling(String blocked, String... sentences) {
        ConfiguredCheck check = new ConfiguredCheck(Catalogue.with(Map.of("voice.gate.blocked", blocked)));
        RunningTurn running = TestTurns.written("When?");
        TurnListener listener = event -> told.add(((TurnEvent.Sentence) event).text());
        Telling telling =
                new Telling(running, new SentenceGate(List.of(check), "No more."), listener, Optional.empty());
        telling.all(new PreparedAnswer(Arrays.asList(sentences), List.of()));
        return telling;
    }
}
