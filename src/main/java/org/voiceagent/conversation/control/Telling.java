package org.voiceagent.conversation.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.Guarded;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.speech.control.SentenceSplitter;

/** Tells one turn's answer while it comes: sentence by sentence, through the gate, each before it is spoken. */
final class Telling {

    private final RunningTurn running;
    private final SentenceGate gate;
    private final TurnListener listener;
    private final Optional<AnswerAloud> voice;
    private final StringBuilder written = new StringBuilder();
    private boolean changed;
    private boolean blocked;
    private boolean refused;

    Telling(RunningTurn running, SentenceGate gate, TurnListener listener, Optional<AnswerAloud> voice) {
        this.running = running;
        this.gate = gate;
        this.listener = listener;
        this.voice = voice;
        running.request().told().forEach(before -> written.append(before).append(' '));
    }

    /** Returns when all of it is told, or the gate has ended it. */
    void all(AnswerStream answer) {
        refused = answer.guarded().equals(Optional.of(Guarded.BLOCKED));
        SentenceSplitter sentences = new SentenceSplitter();
        for (Optional<String> delta = answer.next(); delta.isPresent(); delta = answer.next()) {
            running.watch().deltaArrived();
            written.append(delta.get());
            tell(sentences.add(delta.get()));
            if (blocked) {
                return;
            }
        }
        tell(sentences.rest());
    }

    private void tell(List<String> sentences) {
        sentences.stream().takeWhile(sentence -> !blocked).forEach(this::tell);
    }

    private void tell(String sentence) {
        running.watch().sentenceFinished();
        Optional<String> passed = gate.pass(sentence, running.told());
        blocked = passed.isEmpty();
        changed |= !passed.equals(Optional.of(sentence));
        String said = passed.orElseGet(gate::instead);
        if (said.isBlank()) {
            return;
        }
        int index = running.tells(said);
        listener.accept(new TurnEvent.Sentence(index, said));
        voice.ifPresent(aloud -> aloud.say(index, said));
    }

    /** How an answer ends that was told to its end. */
    Outcome outcome() {
        return blocked || refused ? Outcome.BLOCKED : Outcome.DONE;
    }

    /** As it was written, unless something in it may not be said: then what was told. */
    String response() {
        String whole = written.toString().strip();
        boolean asWritten = !changed && gate.pass(whole, "").equals(Optional.of(whole));
        return asWritten ? whole : running.told();
    }
}
