package org.voiceagent.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final int XIPH = 2;
    private static final int FIXED = 4;
    private static final int EBML = 6;

    @Test
    void a_plain_block_is_one_packet() {
        assertEquals(List.of(3), lengths(0, new byte[3]));
    }

    @Test
    void fixed_lacing_divides_evenly() {
        assertEquals(List.of(4, 4, 4), lengths(FIXED, join(new int[] {2}, 12)));
    }

    @Test
    void xiph_lacing_adds_up_runs_of_255() {
        assertEquals(List.of(300, 2, 5), lengths(XIPH, join(new int[] {2, 255, 45, 2}, 307)));
    }

    @Test
    void ebml_lacing_tells_differences() {
        // 800, then 300 less, then what is left: the example of RFC 9559, 10.3.
        assertEquals(List.of(800, 500, 1000), lengths(EBML, join(new int[] {2, 0x43, 0x20, 0x5E, 0xD3}, 2_300)));
    }

    @Test
    void lengths_that_claim_more_than_there_is_get_what_there_is() {
        assertEquals(List.of(3), lengths(XIPH, join(new int[] {3, 200, 200, 200}, 3)));
        assertEquals(List.of(), lengths(XIPH, new byte[0]));
        assertThrows(BrokenAudio.class, () -> lengths(XIPH, join(new int[] {3, 255}, 0)));
        assertThrows(BrokenAudio.class, () -> lengths(EBML, join(new int[] {3}, 0)));
    }

    private static List<Integer> lengths(int lacing, byte[] contents) {
        byte[] file = new WebmFile()
                .element(WebmFile.SIMPLE_BLOCK, WebmFile.block(1, lacing, contents))
                .bytes();
        EbmlCursor cursor = new EbmlCursor(file);
        cursor.next();
        return Block.read(cursor).frames().stream().map(Block.Frame::length).toList();
    }

    private static byte[] join(int[] lacing, int sound) {
        byte[] all = new byte[lacing.length + sound];
        for (int i = 0; i < lacing.length; i++) {
            all[i] = (byte) lacing[i];
        }
        return all;
    }
}
