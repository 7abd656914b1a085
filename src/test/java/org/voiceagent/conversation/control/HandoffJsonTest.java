package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.Consent;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.HandoffMessage;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

class HandoffJsonTest {

    private static final Turn TURN =
            new Turn(TurnId.mint(), "Do you sell \u201cboats\u201d?", "No.", Instant.EPOCH, Outcome.DONE, List.of());

    private static JsonObject told(boolean transcript, Optional<String> contact, List<Turn> turns) {
        Preferences german = new Preferences(Optional.of("de"), Optional.empty(), Optional.empty(), Optional.empty());
        Conversation conversation =
                new Conversation(german, new Consent(Optional.empty(), Optional.empty()), turns, Duration.ofMinutes(1));
        HandoffMessage message = new HandoffMessage(transcript, contact);
        String json = HandoffJson.of(message, conversation, "Linden", Instant.parse("2030-05-06T10:20:00Z"));
        return Json.createReader(new StringReader(json)).readObject();
    }

    @Test
    void tells_who_wants_a_person_and_what_was_said() {
        JsonObject told = told(true, Optional.of("ann@example.com"), List.of(TURN));
        assertEquals(Set.of("event", "id", "site", "at", "language", "contact", "transcript"), told.keySet());
        assertEquals("ann@example.com", told.getString("contact"));
        assertEquals("de", told.getString("language"));
        JsonObject turn = told.getJsonArray("transcript").getJsonObject(0);
        assertEquals(TURN.question(), turn.getString("question"));
        assertEquals("No.", turn.getString("response"));
    }

    @Test
    void tells_no_word_of_the_conversation_unless_the_visitor_wants_it() {
        JsonObject told = told(false, Optional.of("ann@example.com"), List.of(TURN));
        assertFalse(told.toString().contains("boats"), told.toString());
        assertFalse(told.containsKey("transcript"));
    }

    @Test
    void of_what_only_the_page_keeps_there_is_nothing() {
        assertTrue(told(true, Optional.empty(), List.of())
                .getJsonArray("transcript")
                .isEmpty());
    }
}
