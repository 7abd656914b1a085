package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.voiceagent.conversation.control.HandoffMessages;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.web.ClientAddress;
import org.voiceagent.web.JsonBody;

/** A visitor asks a person to go on, and says what that person may know. */
@Path("sessions/current/handoff")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class HandoffResource {

    @Inject
    private HandoffMessages messages;

    @Inject
    private ClientAddress addresses;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    @POST
    public Response send(byte[] body) {
        messages.requirePossible();
        SessionRef session = VisitorSession.identify(Credential.of(headers));
        messages.send(session, HandoffBody.read(JsonBody.of(body)), addresses.of(request));
        return Response.accepted().build();
    }
}
