package org.voiceagent.conversation.control;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.conversation.entity.Failure;
import org.voiceagent.conversation.entity.ToldTurn;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.web.Problem;

/** Writes down how far a turn is told before its listener is told, so that nothing was told that another member cannot know. */
final class Recorded implements TurnListener {

    private static final Logger LOG = Logger.getLogger(Recorded.class.getName());

    private final Watched listener;
    private final Consumer<ToldTurn> record;
    private ToldTurn told;

    /**
     * @param told what was told before, mostly nothing
     * @param whenGone called once, when nobody listens any more
     */
    Recorded(TurnListener listener, ToldTurn told, Consumer<ToldTurn> record, Runnable whenGone) {
        this.listener = new Watched(listener, whenGone);
        this.record = record;
        write(told);
    }

    @Override
    public boolean gone() {
        return listener.gone();
    }

    @Override
    public void accept(TurnEvent event) {
        if (event instanceof TurnEvent.Sentence sentence) {
            write(told.with(sentence.text()));
        } else if (event instanceof TurnEvent.Done) {
            write(told.ended(Optional.empty()));
        }
        listener.accept(event);
    }

    void failed(RuntimeException failure) {
        Problem problem = failure instanceof Problem known ? known : Problem.internal();
        write(told.ended(
                Optional.of(new Failure(problem.type(), problem.status(), problem.title(), problem.detail()))));
    }

    private void write(ToldTurn now) {
        told = now;
        try {
            record.accept(now);
        } catch (ClusterUnavailable unreachable) {
            LOG.log(Level.FINE, "this turn cannot be resumed from here", unreachable);
        }
    }
}
