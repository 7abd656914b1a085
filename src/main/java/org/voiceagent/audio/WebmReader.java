package org.voiceagent.audio;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes the first Opus track out of a WebM or Matroska file (RFC 9559). Containers are not nested here but entered: their
 * contents are read as if they stood at the top, which makes clusters of unknown length nothing special.
 */
class WebmReader {

    private static final long SEGMENT = 0x18538067;
    private static final long TRACKS = 0x1654AE6B;
    private static final long TRACK_ENTRY = 0xAE;
    private static final long TRACK_NUMBER = 0xD7;
    private static final long CODEC_ID = 0x86;
    private static final long CODEC_PRIVATE = 0x63A2;
    private static final long CLUSTER = 0x1F43B675;
    private static final long BLOCK_GROUP = 0xA0;
    private static final long BLOCK = 0xA1;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final byte[] OPUS = {'A', '_', 'O', 'P', 'U', 'S'};

    private final EbmlCursor cursor;
    private final Duration longest;
    private TrackEntry entry = TrackEntry.NONE;
    private Optional<OpusTrack> track = Optional.empty();
    private long trackNumber;

    WebmReader(byte[] bytes, Duration longest) {
        this.cursor = new EbmlCursor(bytes);
        this.longest = longest;
    }

    AudioClip read() {
        while (cursor.next()) {
            if (isContainer(cursor.id())) {
                enter(cursor.id());
            } else {
                take(cursor.id());
                cursor.skip();
            }
        }
        return track.orElseThrow(() -> new UnknownAudio("WebM without Opus")).clip();
    }

    private static boolean isContainer(long id) {
        return id == SEGMENT || id == TRACKS || id == TRACK_ENTRY || id == CLUSTER || id == BLOCK_GROUP;
    }

    private void enter(long id) {
        if (id == TRACK_ENTRY) {
            entry = TrackEntry.NONE;
        } else if (id == CLUSTER && track.isEmpty()) {
            throw new UnknownAudio("WebM without Opus");
        }
    }

    private void take(long id) {
        if (id == BLOCK || id == SIMPLE_BLOCK) {
            decodeBlock();
        } else if (id == TRACK_NUMBER || id == CODEC_ID || id == CODEC_PRIVATE) {
            describe(id);
        }
    }

    private void describe(long id) {
        if (id == TRACK_NUMBER) {
            entry = new TrackEntry(cursor.number(), entry.opus(), entry.head());
        } else if (id == CODEC_ID) {
            entry = new TrackEntry(entry.number(), Arrays.equals(cursor.bytes(), OPUS), entry.head());
        } else {
            entry = new TrackEntry(entry.number(), entry.opus(), cursor.bytes());
        }
        if (track.isEmpty() && entry.complete()) {
            track = Optional.of(new OpusTrack(entry.head(), longest));
            trackNumber = entry.number();
        }
    }

    private void decodeBlock() {
        if (track.isEmpty()) {
            throw new BrokenAudio("WebM with sound before its description");
        }
        if (cursor.cutOff()) {
            return;
        }
        Block block = Block.read(cursor);
        if (block.track() == trackNumber) {
            for (Block.Frame frame : block.frames()) {
                track.get().decode(cursor.all(), frame.start(), frame.length());
            }
        }
    }

    /** What is known so far of the track that is being described; its parts come in any order. */
    private record TrackEntry(long number, boolean opus, byte[] head) {

        static final TrackEntry NONE = new TrackEntry(0, false, new byte[0]);

        boolean complete() {
            return number > 0 && opus && head.length > 0;
        }
    }
}
