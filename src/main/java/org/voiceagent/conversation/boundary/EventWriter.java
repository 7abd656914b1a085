package org.voiceagent.conversation.boundary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.conversation.control.TurnListener;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.web.Problem;
import org.voiceagent.web.ProblemBody;

/**
 * A turn's events as a stream of server-sent events (HTML Living Standard, section 9.2). When the visitor's side has gone
 * the turn goes on to its end, so that it is remembered; only the writing stops.
 */
final class EventWriter implements TurnListener {

    private static final Logger LOG = Logger.getLogger(EventWriter.class.getName());

    private final OutputStream out;
    private final String requestId;
    private final EventIds ids;
    private volatile boolean gone;

    EventWriter(OutputStream out, String requestId, EventIds ids) {
        this.out = out;
        this.requestId = requestId;
        this.ids = ids;
    }

    /** Runs the turn; what it throws becomes the last event, since the status has long been sent. */
    void write(Consumer<TurnListener> turn) {
        try {
            turn.accept(this);
        } catch (Problem problem) {
            fail(problem);
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, failure, () -> "request " + requestId + " failed while it streamed");
            fail(Problem.internal());
        }
    }

    @Override
    public boolean gone() {
        return gone;
    }

    @Override
    public void accept(TurnEvent event) {
        EventShown shown = EventShown.of(event);
        String id = ids.after(event);
        send((id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + shown.name() + "\ndata: " + shown.json() + "\n\n");
    }

    private void fail(Problem problem) {
        send("event: error\ndata: " + ProblemBody.of(problem, requestId) + "\n\n");
    }

    private synchronized void send(String event) {
        if (gone) {
            return;
        }
        try {
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException hungUp) {
            gone = true;
            LOG.log(Level.FINE, hungUp, () -> "request " + requestId + ": the visitor's side has gone");
        }
    }
}
