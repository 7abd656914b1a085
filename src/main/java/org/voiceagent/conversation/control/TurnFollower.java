package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.ToldTurn;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.conversation.store.ToldTurns;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.control.Allowance;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.limits.control.BudgetSpent;
import org.voiceagent.speech.control.SentenceSplitter;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.web.Problem;

/**
 * Tells a turn again to a visitor who comes back, on whatever member: what was told of it from the sentence on that did not
 * arrive, then what comes, spoken here. When the member that runs it is gone, this one goes on with it.
 */
@ApplicationScoped
public class TurnFollower {

    /** An event can get lost with a member: so often it is looked for. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @Inject
    private ConsentCheck consent;

    @Inject
    private ResumableTurns resumable;

    @Inject
    private TurnPipeline pipeline;

    @Inject
    private Interruptions interruptions;

    @Inject
    private ToldTurns toldTurns;

    @Inject
    private ConversationMemory memory;

    @Inject
    private ClusterMember member;

    @Inject
    private Allowances allowances;

    @Inject
    private StagePrices prices;

    @Inject
    private Synthesizer synthesizer;

    @Inject
    private TurnThreads threads;

    @Inject
    private InstantSource clock;

    @Inject
    private TurnMetrics metrics;

    @Inject
    private HandoffOffers offers;

    /**
     * Finds the turn; who runs it knows then that its visitor has come back.
     *
     * @param aloud whether speech is wanted, for a turn that is over for so long that it is not known any more
     * @throws Problem 404 when the session has no such turn; when nothing may be spent
     */
    public Followed begin(SessionRef session, TurnId id, int from, boolean aloud, String address) {
        consent.require(session);
        ToldTurn told = toldTurns
                .find(session, id)
                .orElseGet(
                        () -> over(interruptions.remembered(session, id).orElseThrow(Interruptions::notFound), aloud));
        resumable.announce(session, id);
        Money most = told.aloud() ? prices.mostForSpeech() : Money.ZERO;
        Allowance allowance = allowances.forVoiceTurn(address, session.value(), Money.ZERO, most, false);
        return new Followed(session, id, from, address, told, allowance);
    }

    private ToldTurn over(Turn turn, boolean aloud) {
        List<String> sentences = SentenceSplitter.split(turn.response());
        Question question = new Question(turn.question(), 1);
        Fingerprint unused = Fingerprint.of(List.of());
        return new ToldTurn(member.id(), false, aloud, question, unused, sentences, true, Optional.empty());
    }

    /** @throws Problem when the turn has failed, or fails now */
    public void tell(Followed followed, TurnListener listener) {
        TurnStopwatch watch = new TurnStopwatch();
        if (followed.told().spoken()) {
            listener.accept(new TurnEvent.Transcript(followed.told().question().text()));
        }
        ToldTurn told = spoken(followed, watch, listener);
        if (listener.gone()) {
            return;
        }
        if (!told.over()) {
            goOn(followed, told, listener);
            return;
        }
        told.failure().ifPresent(failed -> {
            throw new Problem(failed.type(), failed.status(), failed.title(), failed.detail());
        });
        Turn turn = whole(followed, told);
        listener.accept(new TurnEvent.Done(turn, watch.timings(), offers.after(followed.session(), turn)));
    }

    /** @return as far as it is told at last: it is over, or its member is gone */
    private ToldTurn spoken(Followed followed, TurnStopwatch watch, TurnListener listener) {
        if (!followed.aloud() || !followed.allowance().voice()) {
            return unspoken(followed, listener);
        }
        Delivery delivery = memory.recall(followed.session())
                .map(conversation -> conversation.preferences().delivery())
                .orElse(Delivery.DEFAULT);
        AnswerAloud aloud = new AnswerAloud(synthesizer, delivery, threads, watch, listener);
        try (aloud) {
            ToldTurn told = written(followed, listener, Optional.of(aloud));
            aloud.finish();
            return told;
        } finally {
            followed.allowance().settle(prices.ofSpeech(aloud.billedCharacters()));
        }
    }

    private ToldTurn unspoken(Followed followed, TurnListener listener) {
        try {
            if (followed.aloud()) {
                listener.accept(new TurnEvent.Unspoken(followed.from(), BudgetSpent.OF_VOICE));
            }
            return written(followed, listener, Optional.empty());
        } finally {
            followed.allowance().giveBack();
        }
    }

    private ToldTurn written(Followed followed, TurnListener listener, Optional<AnswerAloud> voice) {
        try (EntryChanges changes = toldTurns.changesOf(followed.session(), followed.id())) {
            ToldTurn told = followed.told();
            int next = followed.from();
            while (true) {
                for (; next < told.sentences().size(); next++) {
                    String sentence = told.sentences().get(next);
                    int index = next;
                    listener.accept(new TurnEvent.Sentence(index, sentence));
                    voice.ifPresent(aloud -> aloud.say(index, sentence));
                }
                if (told.over() || listener.gone() || !member.isMember(told.member())) {
                    return told;
                }
                changes.await(LOOK_AGAIN);
                told = toldTurns.find(followed.session(), followed.id()).orElseThrow(Interruptions::notFound);
            }
        }
    }

    private void goOn(Followed followed, ToldTurn told, TurnListener listener) {
        metrics.continued().inc();
        TurnRequest request = new TurnRequest(
                followed.session(),
                followed.id(),
                Asked.again(told.question(), told.print(), told.sentences()),
                Optional.empty(),
                told.aloud(),
                followed.address(),
                Mode.TURNS);
        resumable.run(pipeline.begin(request), listener);
    }

    private Turn whole(Followed followed, ToldTurn told) {
        return memory.recall(followed.session())
                .flatMap(conversation -> conversation.turns().stream()
                        .filter(turn -> turn.id().equals(followed.id()))
                        .findFirst())
                .orElseGet(() -> new Turn(
                        followed.id(),
                        told.question().text(),
                        String.join(" ", told.sentences()),
                        clock.instant(),
                        Outcome.DONE,
                        List.of()));
    }
}
