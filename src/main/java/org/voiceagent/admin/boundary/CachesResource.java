package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.voiceagent.admin.control.Acts;
import org.voiceagent.web.AdminOnly;

/** Speech and answers that are kept to be given again, on all servers. */
@AdminOnly
@Path("caches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CachesResource {

    @Inject
    private Acts acts;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    @DELETE
    public Emptied empty() {
        return new Emptied(acts.emptyCaches(actors.of(request)));
    }

    /** @param entries that are gone */
    public record Emptied(long entries) {}
}
