package org.voiceagent.bench;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Takes HTTP/1.1 messages apart as they arrive, requests and answers alike, as far as the benchmark's own traffic needs. */
final class HttpReader {

    /** Is told of one message after the other. */
    interface Listener {
        /** @param head its first line and its headers */
        void head(String head);

        /** The next bytes of its body; they must be used before this returns. */
        void body(ByteBuffer bytes);

        void end();
    }

    private enum Stage {
        HEAD,
        SIZED,
        CHUNK_SIZE,
        CHUNK,
        AFTER_CHUNK,
        TRAILER
    }

    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final int HEXADECIMAL = 16;

    private final Listener listener;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder head = new StringBuilder();
    private Stage stage = Stage.HEAD;
    private long left;

    HttpReader(Listener listener) {
        this.listener = listener;
    }

    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (stage == Stage.SIZED || stage == Stage.CHUNK) {
                body(bytes);
            } else {
                octet((char) (bytes.get() & 0xFF));
            }
        }
    }

    private void body(ByteBuffer bytes) {
        int count = (int) Math.min(left, bytes.remaining());
        listener.body(bytes.slice(bytes.position(), count));
        bytes.position(bytes.position() + count);
        left -= count;
        if (left == 0) {
            if (stage == Stage.SIZED) {
                end();
            } else {
                stage = Stage.AFTER_CHUNK;
            }
        }
    }

    private void octet(char next) {
        if (next != '\n') {
            line.append(next);
            return;
        }
        String text = line.toString().strip();
        line.setLength(0);
        switch (stage) {
            case HEAD -> headLine(text);
            case CHUNK_SIZE -> chunk(Long.parseLong(text.split(";")[0], HEXADECIMAL));
            case AFTER_CHUNK -> stage = Stage.CHUNK_SIZE;
            default -> {
                if (text.isEmpty()) {
                    end();
                }
            }
        }
    }

    private void headLine(String text) {
        if (!text.isEmpty()) {
            head.append(text).append('\n');
            return;
        }
        String whole = head.toString();
        head.setLength(0);
        listener.head(whole);
        String lower = whole.toLowerCase(Locale.ROOT);
        if (lower.contains(CHUNKED)) {
            stage = Stage.CHUNK_SIZE;
            return;
        }
        int length = lower.indexOf(LENGTH);
        left = length < 0
                ? 0
                : Long.parseLong(lower.substring(length + LENGTH.length(), lower.indexOf('\n', length))
                        .strip());
        stage = Stage.SIZED;
        if (left == 0) {
            end();
        }
    }

    private void chunk(long size) {
        left = size;
        stage = size == 0 ? Stage.TRAILER : Stage.CHUNK;
    }

    private void end() {
        stage = Stage.HEAD;
        listener.end();
    }
}
