package org.voiceagent.conversation.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

    private static final String TEXT = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Test
    void has_122_random_bits() {
        SessionId id = SessionId.mint();
        assertEquals(4, id.value().version());
        assertNotEquals(id, SessionId.mint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", TEXT + "0", " " + TEXT, "0f8fad5bd9cb469fa16570867728950e"})
    void is_read_in_its_canonical_form_only(String text) {
        assertTrue(SessionId.parse(text).isEmpty());
    }

    @Test
    void names_one_session_in_either_case() {
        assertEquals(SessionId.parse(TEXT), SessionId.parse(TEXT.toUpperCase(Locale.ROOT)));
    }

    @Test
    void does_not_show_itself() {
        assertFalse(SessionId.parse(TEXT).orElseThrow().toString().contains("0f8fad5b"));
    }

    @Test
    void is_kept_as_the_first_128_bits_of_its_sha_256() {
        // printf %s 0f8fad5b-d9cb-469f-a165-70867728950e | sha256sum | cut -c1-32
        assertEquals(
                "c812e1edb64417d6090dcfbaf16c21cd",
                SessionRef.of(SessionId.parse(TEXT).orElseThrow()).value());
    }
}
