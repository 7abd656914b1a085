package org.voiceagent.upstream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP/1.1 on one socket, by hand: faults need what no server library does, as half a chunk or a reset. Waiting is done
 * by listening to the client, so that its leaving is noticed at once.
 */
final class FakeUpstreamConnection implements AutoCloseable {

    /** The client closed the connection. */
    static final class ClientGone extends IOException {

        private static final long serialVersionUID = 1L;

        ClientGone(Throwable cause) {
            super(cause);
        }
    }

    private final Socket socket;
    private final PushbackInputStream in;
    private final OutputStream out;

    FakeUpstreamConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new PushbackInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** The next request; empty when the client has no more. */
    Optional<FakeUpstreamCall> receive() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] pair = header.split(":", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
        }
        // the fake may stand for a proxy, which is asked for a whole URL
        String target = words[1].replaceFirst("^http://[^/]+", "");
        return Optional.of(new FakeUpstreamCall(words[0], target, headers, body(headers)));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return "";
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** A whole answer. */
    void reply(int status, Map<String, String> headers, byte[] body) throws IOException {
        head(status, headers, "Content-Length: " + body.length);
        write(body);
    }

    /** The head of an answer in chunks. */
    void begin(int status, Map<String, String> headers) throws IOException {
        head(status, headers, "Transfer-Encoding: chunked");
    }

    private void head(int status, Map<String, String> headers, String framing) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Fake\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        write(head.append(framing).append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    void chunk(byte[] bytes) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        write(chunk.toByteArray());
    }

    void end() throws IOException {
        write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException gone) {
            throw new ClientGone(gone);
        }
    }

    /** Waits, but no longer than the client stays. */
    void pause(Duration duration) throws IOException {
        int millis = (int) duration.toMillis();
        if (millis == 0) {
            return;
        }
        socket.setSoTimeout(millis);
        try {
            int next = in.read();
            if (next < 0) {
                throw new ClientGone(new EOFException());
            }
            in.unread(next);
        } catch (SocketTimeoutException over) {
            return; // the client is still there, as hoped
        } catch (IOException gone) {
            throw new ClientGone(gone);
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(0);
            }
        }
    }

    /** Waits until the client leaves. */
    void awaitClientGone() throws IOException {
        while (true) {
            pause(Duration.ofMinutes(1));
        }
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
