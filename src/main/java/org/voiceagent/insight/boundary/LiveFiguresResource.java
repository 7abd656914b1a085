package org.voiceagent.insight.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.voiceagent.web.AdminOnly;

/** What happens now, every few seconds. */
@AdminOnly
@Path("live")
@ApplicationScoped
public class LiveFiguresResource {

    @Inject
    private LiveFigures figures;

    /** Events {@code figures}; the last one is {@code end}, after which nobody should come back by itself. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void live(@Context SseEventSink sink, @Context Sse sse, @Context HttpServletResponse response) {
        // nginx would hold the events back
        response.setHeader("X-Accel-Buffering", "no");
        figures.tell(sink, sse);
    }
}
