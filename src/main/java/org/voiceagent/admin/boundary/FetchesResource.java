package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.voiceagent.admin.control.FetchDesk;
import org.voiceagent.admin.entity.PageFetching;
import org.voiceagent.web.AdminOnly;

/** The fetching of pages from websites. All servers tell the same. */
@AdminOnly
@Path("knowledge/fetches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FetchesResource {

    @Inject
    private FetchDesk desk;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    @GET
    public PageFetching state() {
        return desk.state();
    }

    /** Has the pages fetched once more; {@code running} tells when that is done. */
    @POST
    public Response fetchNow() {
        desk.fetchNow(actors.of(request));
        return Response.accepted(desk.state()).build();
    }
}
