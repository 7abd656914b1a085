package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.voiceagent.conversation.control.TurnThreads;

/** Hands a call over to the turn threads, so that no HTTP thread waits for an upstream. */
@ApplicationScoped
public class Handover {

    @Inject
    private TurnThreads threads;

    /**
     * Answers {@code response} with what {@code work} returns or throws.
     *
     * @throws org.voiceagent.web.Problem 503 at once when all threads are taken
     */
    void run(AsyncResponse response, Supplier<Response> work) {
        threads.run(() -> {
            Response answer;
            try {
                answer = work.get();
            } catch (RuntimeException failure) {
                // resumed with a throwable, the call ends at the mapper of problems, as when a resource throws
                response.resume(failure);
                return;
            }
            response.resume(answer);
            if (answer.getEntity() instanceof EventStream events) {
                // has run by now, unless the caller hung up before
                events.runUnheard();
            }
        });
    }
}
