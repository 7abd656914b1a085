package org.voiceagent.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.conversation.control.Erasures;
import org.voiceagent.conversation.entity.ErasureReceipt;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.knowledge.control.SiteKnowledge;

/** What an admin can do, each written down. */
@ApplicationScoped
public class Acts {

    @Inject
    private Audit audit;

    @Inject
    private RunTimeSwitch agent;

    @Inject
    private ClusterMember member;

    @Inject
    private Erasures erasures;

    @Inject
    private SiteKnowledge knowledge;

    @Inject
    private InstantSource clock;

    /**
     * Lets the agent answer again, on all servers.
     *
     * @throws AuditUnavailable 503, and it stays off
     */
    public void switchOn(Actor actor, String reason) {
        Instant now = clock.instant();
        audit.act(
                AuditRow.begun(now, actor, Act.AGENT_ON, "", reason),
                () -> {
                    agent.set(new AgentSetting(true, reason, actor.user(), now));
                    return true;
                },
                done -> "");
    }

    /** Stops it, on all servers. The one act that waits for nothing, a dead database included: its row comes after it. */
    public void switchOff(Actor actor, String reason) {
        Instant now = clock.instant();
        AuditRow row = AuditRow.begun(now, actor, Act.AGENT_OFF, "", reason);
        try {
            agent.set(new AgentSetting(false, reason, actor.user(), now));
        } catch (RuntimeException failure) {
            audit.note(row.ended(ActOutcome.FAILED, ""));
            throw failure;
        }
        audit.note(row.ended(ActOutcome.DONE, ""));
    }

    /**
     * Empties the caches of all servers.
     *
     * @return how many entries they had
     * @throws AuditUnavailable 503, and nothing is done
     */
    public long emptyCaches(Actor actor) {
        return audit.act(
                AuditRow.begun(clock.instant(), actor, Act.EMPTY_CACHES, "", ""),
                member::emptyCaches,
                entries -> "entries=" + entries);
    }

    /**
     * Has this server read all documents of the knowledge base again, in the background.
     *
     * @throws AuditUnavailable 503, and nothing is done
     */
    public void readKnowledge(Actor actor) {
        audit.act(
                AuditRow.begun(clock.instant(), actor, Act.READ_KNOWLEDGE, member.id(), ""),
                () -> {
                    knowledge.readAgain();
                    return true;
                },
                done -> "");
    }

    /**
     * Erases all that is kept of a session, as its visitor could.
     *
     * @throws AuditUnavailable 503, and nothing is done
     * @throws org.voiceagent.conversation.control.SessionProblem 503 when nobody can say now whether there is something to erase
     */
    public ErasureReceipt endSession(Actor actor, SessionRef session) {
        return audit.act(
                AuditRow.begun(clock.instant(), actor, Act.END_SESSION, session.value(), ""),
                () -> erasures.erase(session),
                receipt -> "erased=" + receipt.erased() + " pending=" + receipt.pending());
    }
}
