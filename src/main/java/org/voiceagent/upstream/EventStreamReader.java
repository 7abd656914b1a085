package org.voiceagent.upstream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.ToIntFunction;
import org.voiceagent.upstream.UpstreamProblem.Kind;

/**
 * Reads server-sent events out of bytes, by the rules of the HTML standard ("parsing an event stream"), as far as an AI
 * API uses them: the data of each event counts; its name, id and retry time do not. Lines are taken apart as bytes, so a
 * character that is split over two reads stays whole.
 */
public final class EventStreamReader {

    private static final String DONE = "[DONE]";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int BUFFER = 8192;
    private static final int LONGEST_EVENT = 256 * 1024;

    private final ToIntFunction<byte[]> source;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean afterReturn;
    private boolean firstLine = true;
    private boolean done;

    /** @param source fills the start of an array and returns how many bytes, -1 at the end */
    public EventStreamReader(ToIntFunction<byte[]> source) {
        this.source = source;
    }

    /**
     * Waits for the next event's data.
     *
     * @return empty at {@code [DONE]} or at the end of the bytes; a last line without an end is cut and does not count
     * @throws UpstreamProblem when an event is too long to be one
     */
    public Optional<String> next() {
        StringJoiner data = new StringJoiner("\n");
        boolean any = false;
        while (!done) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                return any ? data(data) : Optional.empty();
            }
            if (line.get().isEmpty() && any) {
                return data(data);
            }
            if (line.get().equals("data") || line.get().startsWith("data:")) {
                any = true;
                data.add(value(line.get()));
                requireShort(data.length());
            }
        }
        return Optional.empty();
    }

    /** Whether {@code [DONE]} was read. */
    public boolean done() {
        return done;
    }

    private Optional<String> data(StringJoiner lines) {
        String data = lines.toString();
        done = data.strip().equals(DONE);
        return done ? Optional.empty() : Optional.of(data);
    }

    private static String value(String line) {
        String value = line.substring(Math.min(line.length(), "data:".length()));
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    private Optional<String> line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (filled()) {
            boolean lineFeedOfPair = afterReturn && buffer[position] == '\n';
            afterReturn = false;
            if (lineFeedOfPair) {
                position++;
                continue;
            }
            int end = endOfLine();
            line.write(buffer, position, end - position);
            requireShort(line.size());
            position = end;
            if (end < limit) {
                afterReturn = buffer[end] == '\r';
                position++;
                return Optional.of(text(line));
            }
        }
        return Optional.empty();
    }

    /** Where the line ends in the buffer, or where the buffer ends. */
    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        boolean marked = firstLine && text.startsWith(BYTE_ORDER_MARK);
        firstLine = false;
        return marked ? text.substring(1) : text;
    }

    /** Whether there are bytes; false at the end. */
    private boolean filled() {
        while (position == limit) {
            int count = source.applyAsInt(buffer);
            if (count < 0) {
                return false;
            }
            position = 0;
            limit = count;
        }
        return true;
    }

    private static void requireShort(int length) {
        if (length > LONGEST_EVENT) {
            throw new UpstreamProblem(Kind.MALFORMED);
        }
    }
}
