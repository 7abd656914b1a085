package org.voiceagent.insight.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.control.Analytics;
import org.voiceagent.web.AdminOnly;

/** One conversation, as it is logged. */
@AdminOnly
@Path("sessions/{ref}/turns")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {

    @Inject
    private Analytics analytics;

    /** The oldest turn first, by the words of {@link org.voiceagent.insight.entity.TurnField}. */
    @GET
    public List<Map<String, Object>> turns(@PathParam("ref") String ref) {
        List<Map<String, Object>> turns = LogUnreachable.told(() -> analytics.conversation(new SessionRef(ref)));
        if (turns.isEmpty()) {
            throw new NothingLogged("No turn of this session is in the log. It may have been erased, or be too old.");
        }
        return turns;
    }
}
