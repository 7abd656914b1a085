package org.voiceagent.conversation.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRefTest {

    @Test
    void a_reference_is_read_as_it_is_written() {
        SessionRef ref = SessionRef.of(SessionId.mint());
        assertEquals(Optional.of(ref), SessionRef.parse(ref.value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0123abcd", "0123456789abcdef0123456789abcdeg", "0123456789ABCDEF0123456789ABCDEF", "%"})
    void a_part_of_one_or_another_text_is_none(String text) {
        assertEquals(Optional.empty(), SessionRef.parse(text));
    }
}
