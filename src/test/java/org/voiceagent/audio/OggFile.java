package org.voiceagent.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes Ogg pages; leaves the checksums at 0, which no reader here minds. */
public class OggFile {

    private static final int SERIAL = 7;
    private static final int MOST_SEGMENTS = 255;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int pages;

    /** A recording as browsers write it, twenty packets a page. */
    public static byte[] of(OpusRecording recording) {
        OggFile ogg = new OggFile();
        ogg.page(SERIAL, List.of(recording.head()));
        ogg.page(SERIAL, List.of("OpusTags\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII)));
        List<byte[]> packets = recording.packets();
        for (int i = 0; i < packets.size(); i += 20) {
            ogg.page(SERIAL, packets.subList(i, Math.min(i + 20, packets.size())));
        }
        return ogg.bytes();
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    /** Whole packets, laced; those that do not fit into one page go on in the next. */
    OggFile page(int serial, List<byte[]> packets) {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        List<Integer> lacing = new ArrayList<>();
        for (byte[] packet : packets) {
            contents.writeBytes(packet);
            for (int i = 0; i < packet.length / MOST_SEGMENTS; i++) {
                lacing.add(MOST_SEGMENTS);
            }
            lacing.add(packet.length % MOST_SEGMENTS);
        }
        byte[] all = contents.toByteArray();
        int at = 0;
        for (int i = 0; i < lacing.size(); i += MOST_SEGMENTS) {
            List<Integer> part = lacing.subList(i, Math.min(i + MOST_SEGMENTS, lacing.size()));
            int length = part.stream().mapToInt(Integer::intValue).sum();
            boolean continued = i > 0 && lacing.get(i - 1) == MOST_SEGMENTS;
            rawPage(serial, continued, part, ByteBuffer.wrap(all, at, length));
            at += length;
        }
        return this;
    }

    private void rawPage(int serial, boolean continued, List<Integer> lacing, ByteBuffer contents) {
        ByteBuffer page = ByteBuffer.allocate(27 + lacing.size() + contents.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OggS".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) ((continued ? 1 : 0) | (pages == 0 ? 2 : 0)))
                .putLong(0)
                .putInt(serial)
                .putInt(pages++)
                .putInt(0)
                .put((byte) lacing.size());
        lacing.forEach(length -> page.put(length.byteValue()));
        file.writeBytes(page.put(contents).array());
    }
}
