package org.voiceagent.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Answers the calls of one connection, one after the other. */
final class UpstreamCalls implements HttpReader.Listener {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final byte[] EVENTS = UpstreamText.bytes(HEAD.formatted("text/event-stream"));
    private static final byte[] JSON = UpstreamText.bytes(HEAD.formatted("application/json"));
    private static final byte[] PCM = UpstreamText.bytes(HEAD.formatted("audio/pcm"));
    private static final byte[] END = UpstreamText.bytes("0\r\n\r\n");
    private static final byte[] SPEECH = speech();

    private final ReferenceUpstream upstream;
    private final Connection connection;
    private String path = "";

    UpstreamCalls(ReferenceUpstream upstream, SocketChannel channel) throws IOException {
        this.upstream = upstream;
        this.connection = new Connection(upstream.loop(), channel, this, gone -> path = "");
    }

    /** Four seconds of noise at 24 kHz, in the pieces of a tenth of a second in which it is sent. */
    private static byte[] speech() {
        byte[] piece = new byte[4800];
        new Random(1).nextBytes(piece);
        byte[] chunk = UpstreamText.chunk(piece);
        byte[] all = new byte[chunk.length * 40];
        for (int start = 0; start < all.length; start += chunk.length) {
            System.arraycopy(chunk, 0, all, start, chunk.length);
        }
        return all;
    }

    @Override
    public void head(String head) {
        path = head.split(" ", 3)[1];
    }

    @Override
    public void body(ByteBuffer bytes) {
        // what is asked makes no difference
    }

    @Override
    public void end() {
        long now = System.nanoTime();
        Delays delays = upstream.delays();
        long number = upstream.counted();
        if (path.endsWith("/chat/completions")) {
            answer(now, UpstreamText.answer(number));
        } else if (path.endsWith("/audio/speech")) {
            at(now, delays.speech(), Arrays.asList(PCM, SPEECH, END));
        } else if (path.endsWith("/audio/transcriptions")) {
            byte[] text = UpstreamText.bytes("{\"text\":\"" + UpstreamText.question(number) + "\"}");
            at(now, delays.transcript(), List.of(JSON, UpstreamText.chunk(text), END));
        } else {
            at(now, 0, List.of(JSON, UpstreamText.chunk(UpstreamText.bytes("{\"data\":[]}")), END));
        }
    }

    private void answer(long now, List<byte[]> chunks) {
        Delays delays = upstream.delays();
        if (delays.token() == 0) {
            at(now, delays.firstToken(), List.of(EVENTS, UpstreamText.joined(chunks), END));
            return;
        }
        byte[] last = UpstreamText.joined(chunks.subList(UpstreamText.TOKENS, chunks.size()));
        Iterator<byte[]> tokens = chunks.subList(0, UpstreamText.TOKENS).iterator();
        upstream.loop().at(now + nanos(delays.firstToken()), () -> {
            connection.send(EVENTS);
            token(now + nanos(delays.firstToken()), tokens, last);
        });
    }

    /** The moments are counted from the first, so that a late one does not make the next ones late. */
    private void token(long due, Iterator<byte[]> tokens, byte[] last) {
        byte[] token = tokens.next();
        if (!connection.open()) {
            return;
        }
        if (!tokens.hasNext()) {
            connection.send(UpstreamText.joined(List.of(token, last, END)));
            return;
        }
        connection.send(token);
        long next = due + nanos(upstream.delays().token());
        upstream.loop().at(next, () -> token(next, tokens, last));
    }

    private void at(long now, int delay, List<byte[]> parts) {
        byte[] whole = UpstreamText.joined(parts);
        if (delay == 0) {
            connection.send(whole);
        } else {
            upstream.loop().at(now + nanos(delay), () -> connection.send(whole));
        }
    }

    private static long nanos(int millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
