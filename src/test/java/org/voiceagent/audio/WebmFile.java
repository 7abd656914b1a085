package org.voiceagent.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes EBML elements. */
public class WebmFile {

    static final int SEGMENT = 0x18538067;
    static final int TRACKS = 0x1654AE6B;
    static final int TRACK_ENTRY = 0xAE;
    static final int CLUSTER = 0x1F43B675;
    static final int SIMPLE_BLOCK = 0xA3;
    static final int BLOCK_GROUP = 0xA0;
    static final int BLOCK = 0xA1;
    static final int TRACK = 1;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** A recording as MediaRecorder writes it: neither segment nor clusters say how long they are. */
    public static byte[] of(OpusRecording recording) {
        WebmFile webm = new WebmFile().start(recording.head());
        List<byte[]> packets = recording.packets();
        for (int i = 0; i < packets.size(); i++) {
            if (i % 50 == 0) {
                webm.open(CLUSTER).element(0xE7, number(i * 20));
            }
            webm.element(SIMPLE_BLOCK, block(TRACK, 0, packets.get(i)));
        }
        return webm.bytes();
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    /** All that comes before the first cluster. */
    WebmFile start(byte[] head) {
        element(0x1A45DFA3, new WebmFile().element(0x4282, ascii("webm")).bytes());
        open(SEGMENT);
        return element(TRACKS, track(TRACK, "A_OPUS", head));
    }

    static byte[] track(int number, String codec, byte[] head) {
        byte[] entry = new WebmFile()
                .element(0xD7, number(number))
                .element(0x86, ascii(codec))
                .element(0x63A2, head)
                .element(0xE1, new WebmFile().element(0x9F, number(1)).bytes())
                .bytes();
        return new WebmFile().element(TRACK_ENTRY, entry).bytes();
    }

    static byte[] block(int track, int lacing, byte[] contents) {
        return ByteBuffer.allocate(4 + contents.length)
                .put((byte) (0x80 | track))
                .putShort((short) 0)
                .put((byte) (0x80 | lacing))
                .put(contents)
                .array();
    }

    WebmFile element(int id, byte[] contents) {
        writeId(id);
        file.writeBytes(number(0x1000_0000 | contents.length));
        file.writeBytes(contents);
        return this;
    }

    /** Begins an element whose length nobody knows yet. */
    WebmFile open(int id) {
        writeId(id);
        file.write(0x01);
        file.writeBytes(new byte[] {-1, -1, -1, -1, -1, -1, -1});
        return this;
    }

    private void writeId(int id) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (id >>> shift != 0) {
                file.write(id >>> shift);
            }
        }
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
