package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.voiceagent.admin.control.Acts;
import org.voiceagent.conversation.entity.ErasureReceipt;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.web.AdminOnly;
import org.voiceagent.web.InvalidField;

/** A visitor's session, by its reference: admins never have its id. */
@AdminOnly
@Path("sessions/{session}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EndedSessionsResource {

    @Inject
    private Acts acts;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    @DELETE
    public Response end(@PathParam("session") String session) {
        SessionRef found = SessionRef.parse(session)
                .orElseThrow(() -> new InvalidField("/session", "must be a reference of 32 hexadecimal digits."));
        ErasureReceipt receipt = acts.endSession(actors.of(request), found);
        return Response.status(receipt.pending().isEmpty() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(new Ended(receipt.erased(), receipt.pending()))
                .build();
    }

    /**
     * @param erased how much went, by store
     * @param pending stores that will erase later
     */
    public record Ended(Map<String, Integer> erased, List<String> pending) {}
}
