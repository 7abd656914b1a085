package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.limits.control.BudgetSpent;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.web.Problem;

/**
 * One turn: admit, hear, passages from the knowledge base, answer stream, sentences, gate, their speech, remember, settle,
 * observe. There are two doors for errors: until {@link #begin} returns, and {@link #answer} for who waits for it, a
 * failure is a status; from then on it is the stream's last event.
 */
@ApplicationScoped
public class TurnPipeline {

    @Inject
    private Admissions admissions;

    @Inject
    private Hearing hearing;

    @Inject
    private Answering answering;

    @Inject
    private Synthesizer synthesizer;

    @Inject
    private TurnThreads threads;

    @Inject
    private TurnSound sound;

    @Inject
    private StagePrices prices;

    @Inject
    private SentenceGate gate;

    @Inject
    private RunningTurns runningTurns;

    @Inject
    private TurnEndings endings;

    @Inject
    private HandoffOffers offers;

    /**
     * Lets the turn in and, when it is spoken, hears what is asked.
     *
     * @throws Problem when it is not admitted; 422 when nothing was said; of the engine
     */
    public RunningTurn begin(TurnRequest request) {
        return begin(request, new TurnStopwatch());
    }

    RunningTurn begin(TurnRequest request, TurnStopwatch watch) {
        Entry entry = admissions.admit(request);
        RunningTurn running = new RunningTurn(request, entry, known(request, entry), watch);
        runningTurns.add(running);
        if (running.unheard() && request.asked() instanceof Asked.Spoken spoken) {
            hearing.hear(running, spoken);
        }
        return running;
    }

    private static Optional<Question> known(TurnRequest request, Entry entry) {
        if (entry instanceof Entry.Before before) {
            return Optional.of(new Question(before.turn().question(), 1));
        }
        return request.asked().question();
    }

    /**
     * Answers it and tells everything that happens.
     *
     * @throws Problem when the answer does not come or breaks off; then nothing is remembered
     */
    public Turn run(RunningTurn running, TurnListener listener) {
        if (running.request().spoken()) {
            listener.accept(new TurnEvent.Transcript(running.question().text()));
        }
        answer(running);
        return complete(running, listener);
    }

    /** Begins to answer; returns when the answer has begun to come, or the turn was interrupted. */
    public void answer(RunningTurn running) {
        running.interruption().reachesThisThread();
        try {
            running.answers(
                    running.entry() instanceof Entry.Before before
                            ? Replay.of(before.turn(), running.request().told().size())
                            : answering.of(running, (Entry.Admitted) running.entry()));
        } catch (RuntimeException failure) {
            if (!running.interruption().happened()) {
                endings.failed(running, "", failure);
                throw failure;
            }
        }
    }

    /**
     * Lets the answer come, sentence by sentence, spoken if that is wanted, and remembers it.
     *
     * @param listener told of sentences and speech in order; {@code Done} is the last
     * @throws Problem when the answer breaks off; then nothing is remembered
     */
    public Turn complete(RunningTurn running, TurnListener listener) {
        if (!running.request().aloud()) {
            return tell(running, listener, Optional.empty());
        }
        if (!running.mayBeSpoken()) {
            listener.accept(new TurnEvent.Unspoken(0, BudgetSpent.OF_VOICE));
            return tell(running, listener, Optional.empty());
        }
        Delivery delivery = running.preferences().delivery();
        try (KeptSpeech speech = sound.spoken(running, listener);
                AnswerAloud aloud = new AnswerAloud(synthesizer, delivery, threads, running.watch(), speech)) {
            running.interruption().reaches(aloud);
            return tell(running, listener, Optional.of(aloud));
        }
    }

    private Turn tell(RunningTurn running, TurnListener listener, Optional<AnswerAloud> voice) {
        Telling telling = new Telling(running, gate, listener, voice);
        try (AnswerStream answer = running.answer()) {
            telling.all(answer);
            if (running.interruption().happened()) {
                return interrupted(running, listener, voice);
            }
            Turn whole = endings.turn(running, telling.response(), telling.outcome());
            // before its speech has ended: who kills this member while it speaks does not take the turn along
            OptionalLong number = endings.remembered(running, whole);
            voice.ifPresent(AnswerAloud::finish);
            silence(running, voice);
            boolean cut = running.cutShort() && whole.outcome() == Outcome.DONE;
            Turn turn = cut ? endings.cut(running) : whole;
            endings.done(running, turn, number);
            listener.accept(done(running, turn));
            return turn;
        } catch (RuntimeException failure) {
            if (running.interruption().happened()) {
                return interrupted(running, listener, voice);
            }
            silence(running, voice);
            endings.failed(running, running.told(), failure);
            throw failure;
        }
    }

    /** The history keeps what was heard. */
    private Turn interrupted(RunningTurn running, TurnListener listener, Optional<AnswerAloud> voice) {
        silence(running, voice);
        Turn turn = endings.heard(running);
        endings.done(running, turn, endings.remembered(running, turn));
        listener.accept(done(running, turn));
        return turn;
    }

    private TurnEvent.Done done(RunningTurn running, Turn turn) {
        return new TurnEvent.Done(
                turn, running.timings(), offers.after(running.request().session(), turn));
    }

    /** Then all that is billed is known. */
    private void silence(RunningTurn running, Optional<AnswerAloud> voice) {
        voice.ifPresent(aloud -> {
            aloud.close();
            running.costs(StageCosts.ofSpeech(prices.ofSpeech(aloud.billedCharacters())));
            running.tally().spoke(aloud.billedCharacters(), aloud.fromCache());
        });
    }
}
