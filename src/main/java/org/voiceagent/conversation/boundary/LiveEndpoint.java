package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.conversation.control.LiveCaller;
import org.voiceagent.conversation.control.LiveConversation;
import org.voiceagent.conversation.control.LiveTurns;
import org.voiceagent.conversation.control.TurnThreads;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.web.Problem;

/**
 * A hands-free conversation over a WebSocket; docs/live-protocol.md is its contract. One instance a connection. The filters
 * of the calls have checked its Origin and the agent's switch; nothing here waits.
 */
@Dependent
@ServerEndpoint("/api/voice-agent/live")
public class LiveEndpoint {

    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class.getName());

    private static final Duration START = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final int MOST_AUDIO = 65_536;
    private static final CloseReason.CloseCode NOT_STARTED = CloseReason.CloseCodes.getCloseCode(4401);

    @Inject
    private LiveTurns turns;

    @Inject
    private LiveConnections connections;

    @Inject
    private LiveCommands commands;

    @Inject
    private TurnThreads threads;

    private LiveWriter writer;
    private boolean counted;
    private volatile boolean started;
    private volatile Optional<LiveConversation> conversation = Optional.empty();

    @OnOpen
    public void open(Session session) {
        session.setMaxIdleTimeout(IDLE.toMillis());
        session.setMaxTextMessageBufferSize(commands.longest());
        session.setMaxBinaryMessageBufferSize(MOST_AUDIO);
        writer = new LiveWriter(session);
        counted = connections.enter();
        if (!counted) {
            writer.close(CloseReason.CloseCodes.TRY_AGAIN_LATER, "All lines are busy");
            return;
        }
        threads.later(START, this::requireStart);
    }

    private void requireStart() {
        if (!started) {
            writer.close(NOT_STARTED, "No start");
        }
    }

    /** @param message a JSON object with a type */
    @OnMessage
    public void command(String message, Session session) {
        try {
            LiveCommands.Command command = commands.read(message);
            if (conversation.isPresent()) {
                command.on(conversation.get());
            } else if (!started) {
                started = true;
                start(caller(command, session));
            }
        } catch (Problem problem) {
            writer.failed(problem);
            if (conversation.isEmpty()) {
                writer.close(NOT_STARTED, problem.title());
            }
        }
    }

    private static LiveCaller caller(LiveCommands.Command start, Session session) {
        return new LiveCaller(
                VisitorSession.identify(start.sessionId()),
                session.getUserPrincipal().getName(),
                start.history());
    }

    private void start(LiveCaller caller) {
        threads.run(() -> {
            try {
                conversation = Optional.of(turns.open(caller, writer));
                writer.started();
            } catch (Problem problem) {
                writer.failed(problem);
                writer.close(NOT_STARTED, problem.title());
            }
        });
    }

    /** @param message signed 16 bit, little endian, mono */
    @OnMessage
    public void audio(byte[] message) {
        conversation.ifPresent(live -> {
            short[] samples = new short[message.length / Short.BYTES];
            ByteBuffer.wrap(message)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            live.hear(samples);
        });
    }

    @OnClose
    public void close() {
        if (counted) {
            connections.leave();
        }
        writer.leave();
        conversation.ifPresent(LiveConversation::leave);
    }

    /** The container closes the connection. */
    @OnError
    public void broke(Throwable failure) {
        LOG.log(Level.FINE, "a live connection broke", failure);
    }
}
