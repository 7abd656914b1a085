package org.voiceagent.recordings.entity;

import java.util.List;

/**
 * A recording on its way to the store.
 *
 * @param parts of the file, in order; put together as late as they can be
 */
public record Recording(RecordingName name, List<byte[]> parts) {

    public Recording {
        parts = List.copyOf(parts);
    }

    public int size() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    /** The whole file. */
    public byte[] file() {
        byte[] file = new byte[size()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, file, at, part.length);
            at += part.length;
        }
        return file;
    }
}
