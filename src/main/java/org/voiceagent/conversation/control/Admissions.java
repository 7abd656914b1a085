package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.Ending;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.control.Allowance;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.limits.control.LimitMetrics;
import org.voiceagent.limits.control.TooMany;
import org.voiceagent.limits.entity.ServiceLevel;
import org.voiceagent.web.InvalidField;

/**
 * Lets turns in, before anything that costs money, and out again. In this order: the consent, the address, a slot, the
 * budgets, the session; a refusal gives back what came before it.
 */
@ApplicationScoped
public class Admissions {

    private static final Logger LOG = Logger.getLogger(Admissions.class.getName());

    @Inject
    private KeptQuestions kept;

    @Inject
    private ConsentCheck consent;

    @Inject
    private Allowances allowances;

    @Inject
    private ConversationMemory memory;

    @Inject
    private StagePrices prices;

    @Inject
    private LimitMetrics metrics;

    /** @throws org.voiceagent.web.Problem why it may not begin */
    Entry admit(TurnRequest request) {
        consent.require(request.session());
        Allowance allowance = allowance(request);
        Entry entry;
        try {
            entry = entry(memory.admit(request.session(), request.id(), request.fingerprint()), allowance);
        } catch (RuntimeException refused) {
            allowance.giveBack();
            throw refused;
        }
        if (entry instanceof Entry.Before) {
            allowance.giveBack();
        }
        return entry;
    }

    private Allowance allowance(TurnRequest request) {
        String session = request.session().value();
        if (!request.spoken() && !request.aloud()) {
            return allowances.forTurn(request.address(), session, prices.mostForAnswer());
        }
        return allowances.forVoiceTurn(
                request.address(), session, prices.mostForAnswer(), mostForVoice(request), request.spoken());
    }

    private Money mostForVoice(TurnRequest request) {
        Money speaking = request.aloud() ? prices.mostForSpeech() : Money.ZERO;
        return request.asked() instanceof Asked.Spoken spoken
                ? speaking.plus(prices.ofAudio(spoken.audio().duration()))
                : speaking;
    }

    private Entry entry(Admittance answer, Allowance allowance) {
        if (answer instanceof Admittance.Admitted admitted) {
            return new Entry.Admitted(admitted.number(), admitted.window(), admitted.preferences(), allowance);
        }
        if (answer instanceof Admittance.Over over) {
            return new Entry.Before(over.turn());
        }
        if (answer instanceof Admittance.OtherQuestion) {
            throw new InvalidField("/turnId", "was used for another question.");
        }
        if (answer instanceof Admittance.TooSoon tooSoon) {
            throw metrics.refused(TooMany.ofTurns(tooSoon.remaining()));
        }
        throw SessionProblem.unknownTo(memory);
    }

    /**
     * Remembers a turn that was answered, unless the visitor's side keeps the history itself.
     *
     * @return whether it is remembered; not when the session has gone meanwhile
     */
    boolean remember(TurnRequest request, Entry.Admitted entry, Turn turn) {
        if (request.history().isPresent()) {
            memory.end(request.session(), request.id(), Ending.UNSTORED);
            return false;
        }
        return memory.remember(request.session(), kept.of(turn), entry.number(), request.fingerprint());
    }

    /** Leaves of a remembered turn what was heard; where nothing is remembered, nothing changes. */
    void cut(TurnRequest request, String heard) {
        try {
            memory.cut(request.session(), request.id(), heard);
        } catch (ClusterUnavailable unreachable) {
            LOG.log(Level.WARNING, unreachable, () -> "an interrupted turn is remembered as a whole");
        }
    }

    /** Ends a turn of which nothing is remembered. */
    void end(TurnRequest request, Ending ending) {
        memory.end(request.session(), request.id(), ending);
    }

    /** What the agent still does today, for what may be spent. */
    public ServiceLevel service() {
        ServiceLevel service = allowances.service();
        boolean answers = service.compareTo(ServiceLevel.TEXT) <= 0 || !prices.answersCost();
        if (!answers) {
            return service;
        }
        return service == ServiceLevel.VOICE || !prices.voiceCosts() ? ServiceLevel.VOICE : ServiceLevel.TEXT;
    }
}
