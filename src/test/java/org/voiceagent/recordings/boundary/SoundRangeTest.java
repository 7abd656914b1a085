package org.voiceagent.recordings.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundRangeTest {

    private static final byte[] SOUND = {0, 1, 2, 3, 4};

    private static SoundRange range(String header) {
        return SoundRange.of(header, SOUND.length).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, bytes 0-1/5",
        "bytes=0-, bytes 0-4/5",
        "bytes=3-99, bytes 3-4/5",
        "bytes=4-4, bytes 4-4/5",
        "bytes=-2, bytes 3-4/5",
        "bytes=-99, bytes 0-4/5",
        "bytes=0-999999999999999999, bytes 0-4/5"
    })
    void a_range_is_told_as_far_as_there_is_sound(String asked, String told) {
        assertEquals(told, range(asked).told());
    }

    @Test
    void it_has_its_first_and_its_last_byte() {
        assertArrayEquals(new byte[] {1, 2, 3}, range("bytes=1-3").of(SOUND));
        assertArrayEquals(SOUND, range("bytes=0-").of(SOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-", "bytes=5-9", "bytes=-0"})
    void beyond_the_end_there_is_nothing(String asked) {
        assertTrue(range(asked).isEmpty());
        assertEquals("bytes */5", range(asked).told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bytes", "bytes=-", "bytes=3-1", "bytes=0-1,3-4", "seconds=0-1", "bytes=9999999999999999999-"
            })
    void of_what_is_no_single_range_the_whole_is_sent(String asked) {
        assertEquals(Optional.empty(), SoundRange.of(asked, SOUND.length));
    }
}
