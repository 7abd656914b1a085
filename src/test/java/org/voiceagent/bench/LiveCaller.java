package org.voiceagent.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One visitor of a live conversation whose microphone runs in real time: says something, is quiet until the answer is over,
 * and says the next thing.
 */
final class LiveCaller implements WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int FRAME_MS = 20;
    private static final int FRAME = 16 * FRAME_MS;
    private static final int FRAMES_OF_SPEECH = 60;
    private static final int LOUD = 8000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Double> waits = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch over = new CountDownLatch(1);
    private final int questions;
    private final WebSocket socket;
    private final ScheduledFuture<?> microphone;
    private boolean started;
    private int spoken;
    private long quietSince;
    private boolean heard;

    LiveCaller(URI url, String session, ScheduledExecutorService clock, int questions) {
        this.questions = questions;
        this.socket = CLIENT.newWebSocketBuilder().buildAsync(url, this).join();
        socket.sendText("{\"type\":\"start\",\"sessionId\":\"" + session + "\"}", true)
                .join();
        microphone = clock.scheduleAtFixedRate(this::frame, FRAME_MS, FRAME_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void frame() {
        if (!started) {
            return;
        }
        boolean speaks = spoken < FRAMES_OF_SPEECH;
        ByteBuffer samples = ByteBuffer.allocate(FRAME * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAME; i++) {
            samples.putShort((short) (speaks ? LOUD * Math.sin(i * 0.2) * (1 + spoken % 5) / 5 : 0));
        }
        socket.sendBinary(samples.flip(), true).join();
        if (speaks && ++spoken == FRAMES_OF_SPEECH) {
            quietSince = System.nanoTime();
            heard = false;
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            message(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private synchronized void message(String json) {
        if (json.contains("\"type\":\"started\"")) {
            started = true;
        } else if (json.contains("\"type\":\"done\"")) {
            String turn = json.replaceFirst(".*\"turnId\":\"([^\"]+)\".*", "$1");
            socket.sendText("{\"type\":\"heard\",\"turnId\":\"" + turn + "\",\"through\":1000}", true)
                    .join();
            if (waits.size() == questions) {
                over.countDown();
            } else {
                spoken = 0;
            }
        }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        synchronized (this) {
            if (!heard) {
                heard = true;
                waits.add((System.nanoTime() - quietSince) / NANOS_PER_MILLI);
            }
        }
        from.request(1);
        return null;
    }

    void await(Duration most) {
        try {
            over.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds from the end of what was said to the first sound of the answer. */
    synchronized List<Double> waits() {
        return List.copyOf(waits);
    }

    void close() {
        microphone.cancel(true);
        socket.abort();
    }
}
