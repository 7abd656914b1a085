package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.voiceagent.conversation.entity.Ending;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.web.Problem;

/** What comes of a turn: it is remembered, settled, and told to who observes turns. One that was only told again is none. */
@ApplicationScoped
public class TurnEndings {

    @Inject
    private Admissions admissions;

    @Inject
    private RunningTurns runningTurns;

    @Inject
    private StagePrices prices;

    @Inject
    private Event<TurnCompleted> completed;

    @Inject
    private TurnReport report;

    @Inject
    private InstantSource clock;

    Turn turn(RunningTurn running, String response, Outcome outcome) {
        List<Source> sources = running.answer().grounds().stream()
                .map(excerpt -> new Source(excerpt.title(), excerpt.url()))
                .toList();
        return new Turn(running.request().id(), running.question().text(), response, clock.instant(), outcome, sources);
    }

    /** The turn as far as its visitor heard it. */
    Turn heard(RunningTurn running) {
        return turn(running, running.heard(), Outcome.INTERRUPTED);
    }

    /** Leaves of a turn that is remembered what was heard. */
    Turn cut(RunningTurn running) {
        Turn heard = heard(running);
        admissions.cut(running.request(), heard.response());
        return heard;
    }

    /** @return its number, when something is remembered */
    OptionalLong remembered(RunningTurn running, Turn turn) {
        Optional<Entry.Admitted> stored =
                running.admitted().filter(entry -> admissions.remember(running.request(), entry, turn));
        stored.ifPresent(entry -> running.isRemembered());
        return stored.map(entry -> OptionalLong.of(entry.number())).orElse(OptionalLong.empty());
    }

    void done(RunningTurn running, Turn turn, OptionalLong number) {
        runningTurns.remove(running);
        running.admitted().ifPresent(entry -> {
            settle(running, entry);
            observe(running, turn, number, Optional.empty());
        });
    }

    /** It was no turn: nothing could be understood. */
    void withdrawn(RunningTurn running) {
        runningTurns.remove(running);
        running.admitted().ifPresent(entry -> {
            admissions.end(running.request(), Ending.NONE);
            entry.allowance().settle(running.cost());
        });
    }

    void failed(RunningTurn running, String response, RuntimeException failure) {
        runningTurns.remove(running);
        running.admitted().ifPresent(entry -> {
            admissions.end(running.request(), Ending.FAILED);
            settle(running, entry);
            String type = failure instanceof Problem problem ? problem.type() : Problem.INTERNAL_ERROR;
            observe(running, turn(running, response, Outcome.FAILED), OptionalLong.empty(), Optional.of(type));
        });
    }

    private void settle(RunningTurn running, Entry.Admitted entry) {
        running.costs(StageCosts.ofAnswer(prices.ofAnswer(running.usage())));
        entry.allowance().settle(running.cost());
    }

    private void observe(RunningTurn running, Turn turn, OptionalLong number, Optional<String> problem) {
        Turn told = running.request().history().isPresent() ? turn.withoutWords() : turn;
        completed.fire(report.of(running, told, number, problem));
    }
}
