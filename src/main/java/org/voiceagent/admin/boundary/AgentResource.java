package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.voiceagent.admin.control.Acts;
import org.voiceagent.cluster.Legible;
import org.voiceagent.web.AdminOnly;
import org.voiceagent.web.JsonBody;

/** Whether the agent answers, on all servers. */
@AdminOnly
@Path("agent")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgentResource {

    private static final int LONGEST_REASON = 200;

    @Inject
    private Acts acts;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void set(byte[] body) {
        JsonBody json = JsonBody.of(body);
        boolean on = json.flag("on").orElseThrow(() -> json.invalid("on", "is missing."));
        String reason = Legible.line(json.text("reason").orElse(""));
        if (reason.length() > LONGEST_REASON) {
            throw json.invalid("reason", "must not be longer than " + LONGEST_REASON + " characters.");
        }
        if (on) {
            acts.switchOn(actors.of(request), reason);
        } else {
            acts.switchOff(actors.of(request), reason);
        }
    }
}
