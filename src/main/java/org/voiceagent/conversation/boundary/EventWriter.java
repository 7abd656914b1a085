package org.voiceagent.conversation.boundary;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnTimings;
import org.voiceagent.web.Problem;
import org.voiceagent.web.ProblemBody;

/**
 * A turn's events as a stream of server-sent events (HTML Living Standard, section 9.2). When the visitor's side has gone
 * the turn goes on to its end, so that it is remembered; only the writing stops.
 */
final class EventWriter implements Consumer<TurnEvent> {

    private static final Logger LOG = Logger.getLogger(EventWriter.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();

    private final OutputStream out;
    private final String requestId;
    private boolean gone;

    EventWriter(OutputStream out, String requestId) {
        this.out = out;
        this.requestId = requestId;
    }

    /** Runs the turn; what it throws becomes the last event, since the status has long been sent. */
    void write(Consumer<Consumer<TurnEvent>> turn) {
        try {
            turn.accept(this);
        } catch (Problem problem) {
            send("error", ProblemBody.of(problem, requestId));
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, failure, () -> "request " + requestId + " failed while it streamed");
            send(
                    "error",
                    ProblemBody.of(new Problem("internal-error", 500, "Internal error", "It broke off."), requestId));
        }
    }

    @Override
    public void accept(TurnEvent event) {
        if (event instanceof TurnEvent.Sentence sentence) {
            send("sentence", JSON.toJson(new SentenceShown(sentence.index(), sentence.text())));
        } else if (event instanceof TurnEvent.Done done) {
            send("done", JSON.toJson(DoneShown.of(done)));
        }
    }

    private void send(String name, String json) {
        if (gone) {
            return;
        }
        try {
            out.write(("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException hungUp) {
            gone = true;
            LOG.log(Level.FINE, hungUp, () -> "request " + requestId + ": the visitor's side has gone");
        }
    }

    public record SentenceShown(int index, String text) {}

    public record DoneShown(String turnId, String response, List<Source> sources, TurnTimings timings) {

        static DoneShown of(TurnEvent.Done done) {
            return new DoneShown(
                    done.turn().id().toString(),
                    done.turn().response(),
                    done.turn().sources(),
                    done.timings());
        }
    }
}
