package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.admin.store.Switches;
import org.voiceagent.cluster.ClusterFigures;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterReport;
import org.voiceagent.cluster.MemberFigures;
import org.voiceagent.web.AdminOnly;
import org.voiceagent.web.AgentState;

/** Whether the cluster is safe, what it holds, what its members do, and whether the agent is on. */
@AdminOnly
@Path("cluster")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClusterResource {

    @Inject
    private ClusterMember member;

    @Inject
    private ClusterFigures figures;

    @Inject
    private Switches switches;

    @Inject
    private AgentState agent;

    @GET
    public Shown report() {
        ClusterReport report = member.report();
        Map<String, MemberFigures> told = figures.all();
        return new Shown(
                AgentShown.of(agent, switches.agent()),
                report.safe(),
                report.doubt(),
                report.members().stream()
                        .map(peer -> MemberShown.of(peer, Optional.ofNullable(told.get(peer.id()))))
                        .toList(),
                report.maps());
    }

    public record Shown(
            AgentShown agent,
            boolean safe,
            boolean doubt,
            List<MemberShown> members,
            List<ClusterReport.MapSize> maps) {}

    /**
     * @param on whether it answers, on the server that tells this
     * @param configured false where VOICE_AGENT_ENABLED says so: then nobody can switch it on
     * @param reason that the admin has given
     * @param by the admin who switched it last
     */
    public record AgentShown(
            boolean on, boolean configured, Optional<String> reason, Optional<String> by, Optional<Instant> at) {

        static AgentShown of(AgentState agent, Optional<AgentSetting> setting) {
            return new AgentShown(
                    agent.on(),
                    agent.configured(),
                    setting.map(AgentSetting::reason).filter(reason -> !reason.isEmpty()),
                    setting.map(AgentSetting::by),
                    setting.map(AgentSetting::at));
        }
    }

    /** @param figures empty of a member that has told none yet */
    public record MemberShown(
            String id, String address, String hazelcast, boolean here, Optional<MemberFigures> figures) {

        private static final int ID_DIGITS = 8;

        static MemberShown of(ClusterReport.Peer peer, Optional<MemberFigures> figures) {
            return new MemberShown(
                    peer.id().substring(0, ID_DIGITS), peer.address(), peer.version(), peer.here(), figures);
        }
    }
}
