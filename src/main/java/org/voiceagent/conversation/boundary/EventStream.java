package org.voiceagent.conversation.boundary;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.voiceagent.conversation.control.TurnListener;

/** The answer to a call whose events a turn tells. The turn runs once, also when nobody is there any more to be answered. */
final class EventStream implements StreamingOutput {

    private final String requestId;
    private final boolean aloud;
    private final Consumer<TurnListener> turn;
    private final AtomicBoolean run = new AtomicBoolean();

    private EventStream(String requestId, boolean aloud, Consumer<TurnListener> turn) {
        this.requestId = requestId;
        this.aloud = aloud;
        this.turn = turn;
    }

    static Response of(String requestId, boolean aloud, Consumer<TurnListener> turn) {
        return Response.ok(new EventStream(requestId, aloud, turn), MediaType.SERVER_SENT_EVENTS_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // nginx would hold the events back
                .header("X-Accel-Buffering", "no")
                .build();
    }

    @Override
    public void write(OutputStream out) {
        if (run.compareAndSet(false, true)) {
            new EventWriter(out, requestId, new EventIds(aloud)).write(turn);
        }
    }

    /** For a visitor whose side has gone before the answer began. */
    void runUnheard() {
        write(new GoneOutput());
    }
}
