package org.voiceagent.conversation.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.Signals;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCut;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.speech.control.SentenceSplitter;
import org.voiceagent.web.Problem;

/**
 * What visitors say of their listening: how far they have heard a turn, and when they have heard enough. Wherever in the cluster it runs, its calls upstream are closed; whether
 * it runs or is remembered already, the history keeps what was heard.
 */
@ApplicationScoped
public class Interruptions {

    private static final String SIGNAL = "listening";
    private static final String INTERRUPTED = "interrupted";
    private static final String HEARD = "heard";
    private static final int AS_REPORTED = -1;
    private static final int AFTER_THE_MEMBER = 200;

    @Inject
    private RunningTurns running;

    @Inject
    private ConversationMemory memory;

    @Inject
    private Event<TurnCut> cut;

    private Optional<Signals> signals = Optional.empty();

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        Signals all = member.signals(SIGNAL);
        all.receive(this::told);
        signals = Optional.of(all);
    }

    /**
     * @param heard how many of its sentences were heard to their end; empty for as many as were reported
     * @throws Problem 404 when the session has no such turn
     */
    public void interrupt(SessionRef session, TurnId id, OptionalInt heard) {
        boolean here = ifHere(session, id, turn -> turn.interruption().happen(heard));
        Optional<Turn> remembered = remembered(session, id);
        heard.ifPresent(count -> remembered.ifPresent(turn -> cut(session, turn, count)));
        if (!here && remembered.isEmpty()) {
            send(INTERRUPTED, session, id, heard.orElse(AS_REPORTED));
        }
    }

    /**
     * The visitor's side has played a turn's sentences through this one to their end.
     *
     * @throws Problem 404 when the session has no such turn
     */
    public void heard(SessionRef session, TurnId id, int through) {
        boolean here = ifHere(session, id, turn -> turn.heardThrough(through));
        if (!here && remembered(session, id).isEmpty()) {
            send(HEARD, session, id, through);
        }
    }

    private boolean ifHere(SessionRef session, TurnId id, Consumer<RunningTurn> action) {
        Optional<RunningTurn> turn = running.find(session, id);
        turn.ifPresent(action);
        return turn.isPresent();
    }

    private void send(String kind, SessionRef session, TurnId id, int sentence) {
        signals.ifPresent(all -> all.send(kind + " " + session.value() + " " + id + " " + sentence));
    }

    /** @throws Problem 404 when the session has no such turn */
    Optional<Turn> remembered(SessionRef session, TurnId id) {
        try {
            return memory.remembered(session, id);
        } catch (NoSuchElementException unknown) {
            throw notFound();
        }
    }

    public static Problem notFound() {
        return new Problem("turn-not-found", 404, "Turn not found", "This session has no such turn.");
    }

    private void cut(SessionRef session, Turn turn, int heard) {
        List<String> sentences = SentenceSplitter.split(turn.response());
        if (heard < sentences.size()) {
            String left = String.join(" ", sentences.subList(0, heard));
            if (memory.cut(session, turn.id(), left)) {
                cut.fire(new TurnCut(session, turn.id(), left));
            }
        }
    }

    private void told(String signal) {
        String[] parts = signal.split(" ");
        SessionRef session = new SessionRef(parts[1]);
        TurnId id = new TurnId(UUID.fromString(parts[2]));
        int sentence = Integer.parseInt(parts[3]);
        if (parts[0].equals(HEARD)) {
            ifHere(session, id, turn -> turn.heardThrough(sentence));
        } else {
            OptionalInt heard = sentence == AS_REPORTED ? OptionalInt.empty() : OptionalInt.of(sentence);
            ifHere(session, id, turn -> turn.interruption().happen(heard));
        }
    }
}
