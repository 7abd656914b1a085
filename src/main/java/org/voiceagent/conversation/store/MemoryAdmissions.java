package org.voiceagent.conversation.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Ending;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;

/** Which turns of a session may begin, and which have ended: the part of the memory that decides on the owner of the entry. */
final class MemoryAdmissions implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MemoryAdmissions.class.getName());

    /** An event can get lost with a member: so often a waiting call looks for itself. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final SharedMap<StoredConversation> map;
    private final ClusterMember member;
    private final ConversationLimits limits;
    private final InstantSource clock;
    private final LateEndings lateEndings;

    MemoryAdmissions(
            SharedMap<StoredConversation> map, ClusterMember member, ConversationLimits limits, InstantSource clock) {
        this.map = map;
        this.member = member;
        this.limits = limits;
        this.clock = clock;
        this.lateEndings = new LateEndings(clock, LOOK_AGAIN);
    }

    /** Ends no turns any more that could not be ended before. */
    @Override
    public void close() {
        lateEndings.close();
    }

    /** As {@link ConversationMemory#admit} promises. */
    Admittance admit(SessionRef session, TurnId turn, Fingerprint print) {
        Admittance answer = ask(session, turn, print, "");
        return answer instanceof Admittance.Running ? afterTheOther(session, turn, print) : answer;
    }

    private Admittance afterTheOther(SessionRef session, TurnId turn, Fingerprint print) {
        try (EntryChanges changes = map.changesOf(session.value())) {
            Admittance answer = ask(session, turn, print, "");
            while (answer instanceof Admittance.Running running) {
                changes.await(LOOK_AGAIN);
                answer = ask(session, turn, print, member.isMember(running.member()) ? "" : running.member());
            }
            return answer;
        }
    }

    private Admittance ask(SessionRef session, TurnId turn, Fingerprint print, String gone) {
        long now = clock.millis();
        StoredAdmission admission = new StoredAdmission(
                turn.value(),
                0,
                now,
                print,
                UUID.randomUUID(),
                member.id(),
                now + limits.turnLease().toMillis());
        try {
            return map.execute(
                            session.value(),
                            new AdmitTurn(admission, gone, limits.turnsPerHour(), limits.windowTurns()))
                    .admittance();
        } catch (ClusterUnavailable unknown) {
            // it may have been admitted; nobody will run it
            String call = admission.call().toString();
            lateEndings.add(() -> end(session, turn, Ending.FAILED, call), admission.until());
            throw unknown;
        }
    }

    /** As {@link ConversationMemory#end} promises. */
    void end(SessionRef session, TurnId turn, Ending ending) {
        String runsHere = member.id();
        try {
            end(session, turn, ending, "");
        } catch (ClusterUnavailable later) {
            LOG.log(Level.WARNING, later, () -> "a turn ends later: the memory is not available");
            lateEndings.add(
                    () -> end(session, turn, ending, runsHere),
                    clock.millis() + limits.turnLease().toMillis());
        }
    }

    private void end(SessionRef session, TurnId turn, Ending ending, String whose) {
        map.executeOnce(
                session.value(),
                new EndTurn(
                        turn.value(),
                        whose,
                        ending,
                        clock.millis(),
                        limits.ttl().toMillis()));
    }
}
