package org.voiceagent.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/** Takes the first Opus stream out of an Ogg file (RFC 3533, RFC 7845). */
class OggReader {

    private static final int PAGE_HEADER = 27;
    private static final int CAPTURE = 'O' | 'g' << 8 | 'g' << 16 | 'S' << 24;
    private static final int CONTINUED = 1;
    private static final int FULL_SEGMENT = 255;

    private final ByteBuffer bytes;
    private final Duration longest;
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private Optional<OpusTrack> track = Optional.empty();
    private int serial;
    /** The packet after the header holds titles and pictures: of any length, and of no use here. */
    private boolean inTags;

    private boolean packetLost;

    OggReader(byte[] bytes, Duration longest) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.longest = longest;
    }

    AudioClip read() {
        int at = 0;
        while (at + PAGE_HEADER <= bytes.capacity()) {
            if (bytes.getInt(at) != CAPTURE) {
                throw new BrokenAudio("Ogg with something else between its pages");
            }
            at = readPage(at);
        }
        return track.orElseThrow(() -> new UnknownAudio("Ogg without Opus")).clip();
    }

    /** Reads one page, as far as it is there; where the next begins. */
    private int readPage(int page) {
        int segments = bytes.get(page + 26) & 0xFF;
        int at = page + PAGE_HEADER + segments;
        if (at > bytes.capacity()) {
            return bytes.capacity();
        }
        boolean ours = track.isEmpty() || bytes.getInt(page + 14) == serial;
        if (ours) {
            startPage(page);
        }
        for (int segment = 0; segment < segments; segment++) {
            int length = bytes.get(page + PAGE_HEADER + segment) & 0xFF;
            if (at + length > bytes.capacity()) {
                return bytes.capacity();
            }
            if (ours) {
                addSegment(page, at, length);
            }
            at += length;
        }
        return at;
    }

    private void startPage(int page) {
        boolean continued = (bytes.get(page + 5) & CONTINUED) != 0;
        packetLost = continued && packet.size() == 0 && !inTags;
        if (!continued || track.isEmpty()) {
            packet.reset();
        }
    }

    private void addSegment(int page, int at, int length) {
        if (!inTags) {
            packet.write(bytes.array(), at, length);
        }
        if (packet.size() > OpusTrack.LONGEST_PACKET) {
            throw new BrokenAudio("Ogg with an endless packet");
        }
        if (length < FULL_SEGMENT) {
            byte[] whole = packet.toByteArray();
            packet.reset();
            if (!packetLost) {
                take(page, whole);
            }
            packetLost = false;
        }
    }

    private void take(int page, byte[] whole) {
        if (inTags) {
            inTags = false;
        } else if (track.isPresent()) {
            track.get().decode(whole, 0, whole.length);
        } else if (OpusTrack.isHead(whole)) {
            track = Optional.of(new OpusTrack(whole, longest));
            serial = bytes.getInt(page + 14);
            inTags = true;
        }
    }
}
