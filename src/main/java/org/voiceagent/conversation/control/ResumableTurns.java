package org.voiceagent.conversation.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.Signals;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.ToldTurn;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.conversation.store.ToldTurns;

/**
 * Turns whose visitor may come back after a broken connection, to any member. A turn that nobody comes back for is ended
 * after a while like an interrupted one.
 */
@ApplicationScoped
public class ResumableTurns {

    private static final String SIGNAL = "resumed-turns";
    private static final int AFTER_THE_MEMBER = 200;

    /** Of more sentences than any answer has. */
    private static final int ALL = Integer.MAX_VALUE;

    @Inject
    private KeptQuestions kept;

    @Inject
    private TurnPipeline pipeline;

    @Inject
    private RunningTurns runningTurns;

    @Inject
    private ToldTurns toldTurns;

    @Inject
    private TurnThreads threads;

    @Inject
    private ClusterMember member;

    @Inject
    private Config config;

    private Duration grace = Duration.ZERO;
    private Optional<Signals> signals = Optional.empty();

    void start(@Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event) {
        grace = new Settings(config).duration("voice.turn.resume-grace");
        Signals all = member.signals(SIGNAL);
        all.receive(this::resumed);
        signals = Optional.of(all);
    }

    /** Answers and tells a turn that has begun, as {@link TurnPipeline#run} does. */
    public Turn run(RunningTurn running, TurnListener listener) {
        if (running.admitted().isEmpty()) {
            return pipeline.run(running, listener);
        }
        TurnRequest request = running.request();
        if (request.history().isPresent()) {
            return runUnkept(running, listener);
        }
        ToldTurn told = new ToldTurn(
                member.id(),
                request.spoken(),
                request.aloud(),
                kept.of(running.question()),
                request.fingerprint(),
                request.told(),
                false,
                Optional.empty());
        Recorded recorded = new Recorded(
                listener,
                told,
                now -> toldTurns.put(request.session(), request.id(), now),
                () -> threads.later(grace, () -> leaveAlone(running)));
        try {
            Turn turn = pipeline.run(running, recorded);
            if (!running.remembered()) {
                // its session was erased meanwhile
                toldTurns.forget(request.session(), request.id());
            }
            return turn;
        } catch (RuntimeException failure) {
            recorded.failed(failure);
            throw failure;
        }
    }

    /** Nothing of it is kept that could be told again: a visitor who is gone has interrupted it. */
    private Turn runUnkept(RunningTurn running, TurnListener listener) {
        return pipeline.run(
                running, new Watched(listener, () -> running.interruption().happen(OptionalInt.empty())));
    }

    private static void leaveAlone(RunningTurn running) {
        if (!running.resumed()) {
            running.interruption().happen(OptionalInt.of(ALL));
        }
    }

    /** Lets who runs a turn know that its visitor has come back. */
    void announce(SessionRef session, TurnId id) {
        signals.ifPresent(all -> all.send(session.value() + " " + id));
    }

    private void resumed(String signal) {
        String[] parts = signal.split(" ");
        runningTurns
                .find(new SessionRef(parts[0]), new TurnId(UUID.fromString(parts[1])))
                .ifPresent(RunningTurn::hasResumed);
    }
}
