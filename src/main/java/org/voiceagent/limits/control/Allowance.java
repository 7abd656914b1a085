package org.voiceagent.limits.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.entity.Hold;
import org.voiceagent.limits.store.Counters;

/**
 * What one piece of work may use, set aside for it; it must be settled or given back once. Neither fails the work: what
 * cannot be counted now is logged, and what was set aside comes back by itself.
 *
 * @param slot its slot in the cluster
 * @param money its part of the budgets
 * @param paid whether it may use upstreams that cost money
 * @param voice whether it may listen and speak
 */
public record Allowance(Counters counters, Optional<Hold> slot, List<Hold> money, boolean paid, boolean voice) {

    private static final Logger LOG = Logger.getLogger(Allowance.class.getName());

    public Allowance {
        money = List.copyOf(money);
    }

    Allowance withMoney(Hold another) {
        List<Hold> more = new ArrayList<>(money);
        more.add(another);
        return new Allowance(counters, slot, more, paid, voice);
    }

    Allowance unpaid() {
        return new Allowance(counters, slot, List.of(), false, voice);
    }

    Allowance unvoiced() {
        return new Allowance(counters, slot, money, paid, false);
    }

    void giveBackMoney() {
        money.forEach(hold -> settle(hold, 0));
    }

    /** The work is done, or has ended otherwise: counts what it cost and gives back the rest. */
    public void settle(Money cost) {
        money.forEach(hold -> settle(hold, cost.picos()));
        slot.ifPresent(hold -> settle(hold, 0));
    }

    /** Nothing was spent. */
    public void giveBack() {
        settle(Money.ZERO);
    }

    private void settle(Hold hold, long used) {
        try {
            counters.settle(hold, used);
        } catch (ClusterUnavailable later) {
            LOG.log(Level.WARNING, later, () -> used + " was not counted in " + hold.counter());
        }
    }
}
