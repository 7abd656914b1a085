package org.voiceagent.limits.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.PeriodBudget;
import org.voiceagent.limits.entity.ServiceLevel;
import org.voiceagent.limits.entity.Used;
import org.voiceagent.limits.store.Counters;
import org.voiceagent.web.Problem;

/**
 * Lets work begin, or not: the address's rate, a slot in the cluster, the budgets, in this order. A refusal gives back what
 * came before it.
 */
public final class Allowances {

    private final Counters counters;
    private final Rates rates;
    private final ClusterSlots slots;
    private final Budgets budgets;
    private final Consumer<Problem> refused;

    /** @param refused told of each problem that a call ends with here */
    Allowances(Counters counters, Rates rates, ClusterSlots slots, Budgets budgets, Consumer<Problem> refused) {
        this.counters = counters;
        this.rates = rates;
        this.slots = slots;
        this.budgets = budgets;
        this.refused = refused;
    }

    /** @throws TooMany 429 when the address has minted its share of sessions */
    public void forSession(String address) {
        counted(() -> {
            rates.countSession(address);
            return address;
        });
    }

    /**
     * For a call that costs a little elsewhere and needs no session that lives, as one for a recording.
     *
     * @throws TooMany 429 when the address has made its share of paid calls
     */
    public void forCall(String address) {
        counted(() -> {
            rates.countCall(address);
            return address;
        });
    }

    /**
     * For a turn.
     *
     * @param most what its answer may cost at most
     * @throws TooMany 429 for its address, 503 for the cluster's slots
     * @throws BudgetSpent 503 when nothing is answered any more today
     */
    public Allowance forTurn(String address, String session, Money most) {
        return counted(() -> {
            rates.countCall(address);
            return inSlot(allowance -> budgets.forAnswer(allowance, session, most));
        });
    }

    /**
     * For a turn that listens or speaks as well.
     *
     * @param most what its answer may cost at most
     * @param voice what listening and speaking may cost at most, besides
     * @param spoken whether it begins with listening; else it can do without a voice when the money is short
     * @throws TooMany 429 for its address, 503 for the cluster's slots
     * @throws BudgetSpent 503 when the agent does not listen any more today, or nothing is answered any more
     */
    public Allowance forVoiceTurn(String address, String session, Money most, Money voice, boolean spoken) {
        return counted(() -> {
            rates.countCall(address);
            if (voice.picos() == 0) {
                return inSlot(allowance -> budgets.forAnswer(allowance, session, most));
            }
            return inSlot(allowance -> spoken
                    ? budgets.forVoice(allowance, session, most.plus(voice))
                    : withVoiceIfPossible(allowance, session, most, voice));
        });
    }

    private Allowance withVoiceIfPossible(Allowance slot, String session, Money most, Money voice) {
        try {
            return budgets.forVoice(slot, session, most.plus(voice));
        } catch (BudgetSpent spent) {
            return budgets.forAnswer(slot.unvoiced(), session, most);
        }
    }

    /**
     * For transcribing outside of a turn.
     *
     * @throws TooMany 429 for its address or session, 503 for the cluster's slots
     * @throws BudgetSpent 503 when the agent does not listen any more today
     */
    public Allowance forTranscription(String address, String session, Duration audio, Money most) {
        return counted(() -> {
            rates.countCall(address);
            rates.countAudio(session, audio);
            return inSlot(allowance -> budgets.forVoice(allowance, session, most));
        });
    }

    /**
     * For speaking outside of a turn.
     *
     * @throws TooMany 429 for its address or session, 503 for the cluster's slots
     * @throws BudgetSpent 503 when the agent does not speak any more today
     */
    public Allowance forSpeech(String address, String session, int characters, Money most) {
        return counted(() -> {
            rates.countCall(address);
            rates.countCharacters(session, characters);
            return inSlot(allowance -> budgets.forVoice(allowance, session, most));
        });
    }

    /**
     * For a message to a person.
     *
     * @throws TooMany 429 for its session or address
     */
    public void forHandoff(String address, String session) {
        counted(() -> {
            rates.countHandoff(address, session);
            return session;
        });
    }

    private <T> T counted(Supplier<T> admission) {
        try {
            return admission.get();
        } catch (TooMany | BudgetSpent refusal) {
            refused.accept(refusal);
            throw refusal;
        }
    }

    private Allowance inSlot(UnaryOperator<Allowance> money) {
        Allowance slot = new Allowance(counters, slots.take(), List.of(), true, true);
        try {
            return money.apply(slot);
        } catch (RuntimeException refused) {
            slot.giveBack();
            throw refused;
        }
    }

    public Used usedBy(String session) {
        return new Used(rates.charactersOf(session), rates.secondsOf(session), budgets.spentBy(session));
    }

    /**
     * How the budget of a day or a month stands that is not over for longer than a day; empty where there is no such budget.
     */
    public Optional<PeriodBudget> budgetOf(BudgetPeriod period) {
        return budgets.standing(period);
    }

    /** Takes what was spent of a period before all servers were stopped for used, unless its counter is known. */
    public void recall(BudgetPeriod period, Money used) {
        budgets.recall(period, used);
    }

    /** What the agent still does now for stages that cost money. */
    public ServiceLevel service() {
        return budgets.service();
    }
}
