package org.voiceagent.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFormatTest {

    @Test
    void first_bytes_tell_the_format() {
        assertEquals(Optional.of(AudioFormat.WAV), AudioFormat.of(Wav.streamHeader(16_000)));
        assertEquals(Optional.of(AudioFormat.WEBM), AudioFormat.of(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3}));
        assertEquals(Optional.of(AudioFormat.OGG), AudioFormat.of(ascii("OggS\0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "R", "RIFF", "RIFF....AVI ", "ID3", "....ftypM4A ", "<html>", "OGGS", "RIFX....WAVE"})
    void anything_else_is_unknown(String bytes) {
        assertEquals(Optional.empty(), AudioFormat.of(ascii(bytes)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
