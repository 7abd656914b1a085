package org.voiceagent.insight.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.insight.control.Costs;
import org.voiceagent.insight.entity.CostReport;
import org.voiceagent.web.AdminOnly;

/** What the agent costs, and at what prices. */
@AdminOnly
@Path("cost")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CostResource {

    private static final Set<String> PERIODS = Set.of("7", "30", "90");

    @Inject
    private Costs costs;

    @Inject
    private Config config;

    @GET
    public CostReport report(@QueryParam("days") @DefaultValue("30") String days) {
        if (!PERIODS.contains(days)) {
            throw new InvalidParameter("days", "must be 7, 30 or 90.");
        }
        return costs.report(Integer.parseInt(days));
    }

    @GET
    @Path("prices")
    public PricesShown prices() {
        return PricesShown.of(new Settings(config));
    }
}
