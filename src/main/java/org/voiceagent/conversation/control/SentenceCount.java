package org.voiceagent.conversation.control;

import java.util.function.Consumer;
import org.voiceagent.conversation.entity.TurnEvent;

/** Numbers the sentences of one turn as they are finished. */
final class SentenceCount implements Consumer<String> {

    private final RunningTurn running;
    private final Consumer<TurnEvent> events;
    private int next;

    SentenceCount(RunningTurn running, Consumer<TurnEvent> events) {
        this.running = running;
        this.events = events;
    }

    @Override
    public void accept(String sentence) {
        running.sentenceFinished();
        events.accept(new TurnEvent.Sentence(next++, sentence));
    }
}
