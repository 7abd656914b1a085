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
import org.voiceagent.admin.control.Acts;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.knowledge.control.SiteKnowledge;
import org.voiceagent.knowledge.entity.KnowledgeReport;
import org.voiceagent.web.AdminOnly;

/** What the server that answers knows, and from which documents: each reads its own folder. */
@AdminOnly
@Path("knowledge")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class KnowledgeResource {

    private static final int ID_DIGITS = 8;

    @Inject
    private SiteKnowledge knowledge;

    @Inject
    private ClusterMember member;

    @Inject
    private Acts acts;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    @GET
    public Shown report() {
        return new Shown(member.id().substring(0, ID_DIGITS), member.size(), knowledge.report());
    }

    /** Has all documents read again; {@code reading} of the report tells when that is done. */
    @POST
    @Path("readings")
    public Response readAgain() {
        acts.readKnowledge(actors.of(request));
        return Response.accepted(report()).build();
    }

    /**
     * @param member that tells this, as the page of the cluster names it
     * @param members there are
     */
    public record Shown(String member, int members, KnowledgeReport knowledge) {}
}
