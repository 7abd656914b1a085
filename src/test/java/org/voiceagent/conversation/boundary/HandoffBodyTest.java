package org.voiceagent.conversation.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.conversation.entity.HandoffMessage;
import org.voiceagent.web.InvalidField;
import org.voiceagent.web.JsonBody;

class HandoffBodyTest {

    private static HandoffMessage read(String json) {
        return HandoffBody.read(JsonBody.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static HandoffMessage contact(String contact) {
        return read(Json.createObjectBuilder().add("contact", contact).build().toString());
    }

    @Test
    void the_conversation_stays_here_unless_it_is_said_otherwise() {
        assertEquals(new HandoffMessage(false, Optional.of("+49 30 1")), contact(" +49 30 1 "));
        assertEquals(
                new HandoffMessage(true, Optional.empty()), read("{\"includeTranscript\":true,\"contact\":\" \"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"contact\":\"\"}",
                "{\"includeTranscript\":false}",
                "{\"contact\":7}",
                "{\"includeTranscript\":\"yes\"}"
            })
    void a_message_without_anything_in_it_or_with_something_else_is_none(String json) {
        assertThrows(InvalidField.class, () -> read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u0000b", "a\u2028b", "a\u0085b"})
    void a_contact_holds_nothing_that_is_not_seen(String contact) {
        assertThrows(InvalidField.class, () -> contact(contact));
    }

    @Test
    void marks_of_direction_that_came_along_with_a_number_are_left_out() {
        assertEquals(
                Optional.of("+49 30 1"), contact("\u202a+49 30 1\u202c\u200e").contact());
    }

    @Test
    void a_contact_is_short() {
        String most = "\ud83d\udeb2".repeat(HandoffBody.MOST_CHARACTERS);
        assertEquals(Optional.of(most), contact(most).contact());
        assertThrows(InvalidField.class, () -> contact("x".repeat(HandoffBody.MOST_CHARACTERS + 1)));
    }

    @Test
    void it_does_not_show_by_accident() {
        assertFalse(contact("ann@example.com").toString().contains("ann"));
    }
}
