package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterReport;
import org.voiceagent.web.AdminOnly;

/** Whether the cluster is safe, and what it holds. */
@AdminOnly
@Path("cluster")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClusterResource {

    @Inject
    private ClusterMember member;

    @GET
    public ClusterReport report() {
        return member.report();
    }
}
