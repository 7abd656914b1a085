package org.voiceagent.conversation.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnId;

/** A turn of a live conversation as far as its visitor has heard it. */
final class LiveAnswer implements TurnListener {

    private final TurnId id;
    private final TurnListener listener;
    private final Optional<ConnectionMemory> memory;
    private final List<String> sentences = new ArrayList<>();
    private Optional<RunningTurn> running = Optional.empty();
    private int spoken;
    private int heard;
    private boolean over;
    private boolean interrupted;

    /** @param memory where nothing else on this side keeps the conversation */
    LiveAnswer(TurnId id, TurnListener listener, Optional<ConnectionMemory> memory) {
        this.id = id;
        this.listener = listener;
        this.memory = memory;
    }

    TurnId id() {
        return id;
    }

    @Override
    public void accept(TurnEvent event) {
        note(event);
        listener.accept(event);
    }

    private synchronized void note(TurnEvent event) {
        if (event instanceof TurnEvent.Audio audio) {
            spoken = Math.max(spoken, audio.index() + 1);
        } else if (event instanceof TurnEvent.Sentence sentence) {
            sentences.add(sentence.text());
        } else if (event instanceof TurnEvent.Done done) {
            over = true;
            Turn turn = done.turn();
            memory.ifPresent(kept -> kept.remember(id, turn.question(), turn.response(), sentences));
        }
    }

    @Override
    public boolean gone() {
        return listener.gone();
    }

    /** It has been admitted. */
    synchronized void runs(RunningTurn admitted) {
        running = Optional.of(admitted);
        if (interrupted) {
            admitted.interruption().happen(OptionalInt.of(heard));
        }
    }

    synchronized void ended() {
        over = true;
        spoken = heard;
    }

    /** @param through index of the last sentence that was played to its end */
    synchronized void heardThrough(int through) {
        heard = Math.max(heard, through + 1);
        running.ifPresent(turn -> turn.heardThrough(through));
    }

    /** Sentences heard to their end, as far as the visitor's side has said. */
    synchronized int heard() {
        return heard;
    }

    /** Whether its visitor can hear it, or will. */
    synchronized boolean sounds() {
        return !interrupted && (!over || spoken > heard);
    }

    /** @return whether there was something to interrupt */
    synchronized boolean interrupt() {
        boolean sounded = sounds();
        interrupted = true;
        running.ifPresent(turn -> turn.interruption().happen(OptionalInt.of(heard)));
        if (sounded) {
            memory.ifPresent(kept -> kept.cut(id, heard));
        }
        return sounded;
    }
}
