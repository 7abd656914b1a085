package org.voiceagent.conversation.control;

import java.util.Optional;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.control.Allowance;

/** What was begun of an utterance before it is a turn, and what it has cost so far. For one thread. */
final class Overheard {

    private final Allowance allowance;
    private Money cost = Money.ZERO;
    private Optional<Ahead> ahead = Optional.empty();

    Overheard(Allowance allowance) {
        this.allowance = allowance;
    }

    void costs(Money more) {
        cost = cost.plus(more);
    }

    void begins(Ahead answer) {
        ahead = Optional.of(answer);
    }

    Optional<Ahead> ahead() {
        return ahead;
    }

    void settle() {
        allowance.settle(cost);
    }
}
