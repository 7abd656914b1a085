package org.voiceagent.conversation.boundary;

import jakarta.json.Json;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.conversation.control.LiveVisitor;
import org.voiceagent.conversation.control.TurnListener;
import org.voiceagent.conversation.entity.LiveSettings;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.web.Problem;
import org.voiceagent.web.ProblemBody;

/** Writes to one live connection, one message at a time. Who does not read for long has gone. */
final class LiveWriter implements LiveVisitor {

    /** Before the sound: the turn's id, index, part, rate and flags. */
    static final int HEADER_BYTES = 2 * Long.BYTES + 4 * Integer.BYTES;

    private static final Logger LOG = Logger.getLogger(LiveWriter.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LAST = 1;

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private volatile boolean gone;

    LiveWriter(Session session) {
        this.session = session;
        this.remote = session.getAsyncRemote();
    }

    void started() {
        send(Json.createObjectBuilder()
                .add("type", "started")
                .add("rate", LiveSettings.RATE)
                .build()
                .toString());
    }

    @Override
    public TurnListener listener(TurnId turn) {
        return new TurnListener() {
            @Override
            public void accept(TurnEvent event) {
                if (event instanceof TurnEvent.Audio audio) {
                    send(frame(turn, audio));
                } else {
                    EventShown shown = EventShown.of(event);
                    // its data is an object that may hold the turn's id already
                    send("{\"type\":\"" + shown.name() + "\","
                            + (event instanceof TurnEvent.Done ? "" : "\"turnId\":\"" + turn + "\",")
                            + shown.json().substring(1));
                }
            }

            @Override
            public boolean gone() {
                return gone;
            }
        };
    }

    private static ByteBuffer frame(TurnId turn, TurnEvent.Audio audio) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + audio.pcm().length)
                .putLong(turn.value().getMostSignificantBits())
                .putLong(turn.value().getLeastSignificantBits())
                .putInt(audio.index())
                .putInt(audio.part())
                .putInt(audio.rate())
                .putInt(audio.last() ? LAST : 0)
                .put(audio.pcm());
        return frame.flip();
    }

    @Override
    public void interrupted(TurnId turn) {
        send("{\"type\":\"interrupted\",\"turnId\":\"" + turn + "\"}");
    }

    @Override
    public void notUnderstood() {
        send("{\"type\":\"not-understood\"}");
    }

    @Override
    public void failed(TurnId turn, Problem problem) {
        send("{\"type\":\"error\",\"turnId\":\"" + turn + "\",\"problem\":" + body(problem) + "}");
    }

    /** Of the conversation as a whole. */
    void failed(Problem problem) {
        send("{\"type\":\"error\",\"problem\":" + body(problem) + "}");
    }

    private static String body(Problem problem) {
        return ProblemBody.of(problem, "urn:uuid:" + UUID.randomUUID());
    }

    private synchronized void send(String message) {
        if (!gone) {
            await(remote.sendText(message));
        }
    }

    private synchronized void send(ByteBuffer message) {
        if (!gone) {
            await(remote.sendBinary(message));
        }
    }

    private void await(Future<Void> sent) {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException hungUp) {
            gone = true;
            LOG.log(Level.FINE, "a live visitor has gone", hungUp);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void leave() {
        gone = true;
    }

    void close(CloseReason.CloseCode code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException gone) {
            LOG.log(Level.FINE, "it was closed already", gone);
        }
    }
}
