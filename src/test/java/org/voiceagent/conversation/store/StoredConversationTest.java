package org.voiceagent.conversation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Turn;

class StoredConversationTest {

    private static final long EXPIRES = 1_700_000_600_000L;

    @Test
    void is_shown_turn_by_turn() {
        Turn turn = Memories.turn("When are you open?", "From ten.");
        Preferences german = new Preferences(Optional.of("de"), Optional.empty(), Optional.of(1.2), Optional.empty());
        StoredConversation conversation = StoredConversation.empty(new StoredPreferences(german, 0), EXPIRES)
                .remembering(StoredTurn.of(turn, 1, Memories.print(turn)), 10, EXPIRES);
        assertEquals(
                List.of(
                        "conversation until 2023-11-14T22:23:20Z, 1 turns, admitted in the last hour: 0, running: 0,"
                                + " language de, speed 1.2, no consent asked",
                        "turn 1 at 2023-11-14T22:13:20Z: done",
                        "  question: When are you open?",
                        "  response: From ten.",
                        "  source: Opening hours (help/opening-hours#saturday)"),
                conversation.toString().lines().toList());
    }

    @Test
    void an_erased_one_says_so() {
        assertEquals(
                "erased by its visitor; the empty entry goes at 2023-11-14T22:23:20Z",
                StoredConversation.erased(EXPIRES).toString());
    }
}
