package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.LiveSettings;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.web.AgentState;
import org.voiceagent.web.Problem;

/** Runs the turns of live conversations: those that were said, typed, or broken off by a lost connection. */
@ApplicationScoped
public class LiveTurns {

    private static final Logger LOG = Logger.getLogger(LiveTurns.class.getName());

    @Inject
    private TurnPipeline pipeline;

    @Inject
    private ResumableTurns resumable;

    @Inject
    private TurnFollower follower;

    @Inject
    private Interruptions interruptions;

    @Inject
    private Overhearing overhearing;

    @Inject
    private Answering answering;

    @Inject
    private ConversationMemory memory;

    @Inject
    private TurnThreads threads;

    @Inject
    private LiveSettings settings;

    @Inject
    private StagePrices prices;

    @Inject
    private ConversationLimits limits;

    @Inject
    private ConsentCheck consent;

    @Inject
    private TurnSound sound;

    /** Asked for each turn: it may have been switched off since the connection's handshake. */
    @Inject
    private AgentState agent;

    /** @throws Problem 404 when no such session lives; 403 when it has not agreed */
    public LiveConversation open(LiveCaller caller, LiveVisitor visitor) {
        memory.recall(caller.session()).orElseThrow(() -> SessionProblem.unknownTo(memory));
        consent.require(caller.session());
        Optional<ConnectionMemory> own =
                caller.history().map(before -> new ConnectionMemory(before, limits.historyMessages()));
        return new LiveConversation(this, settings, caller, own, visitor);
    }

    /** @param quiet since the visitor stopped speaking */
    LiveListening.Shadow begin(LiveConversation conversation, AudioClip utterance, Duration quiet) {
        TurnStopwatch watch = new TurnStopwatch(System.nanoTime() - quiet.toNanos());
        LiveTurn turn = new LiveTurn(this, overhearing, conversation, utterance, watch);
        try {
            agent.require();
            threads.run(turn);
        } catch (Problem refused) {
            turn.failed(refused);
        }
        return turn;
    }

    /** Answers what was said, on the calling thread. */
    void answer(
            LiveConversation conversation,
            Question question,
            AudioClip utterance,
            Optional<Ahead> ahead,
            TurnStopwatch watch) {
        TurnId id = TurnId.mint();
        Asked asked = Asked.heard(question, Fingerprint.of(utterance));
        answer(conversation, id, new Begun(asked, Optional.of(utterance), ahead, watch));
    }

    /**
     * What a turn of a live conversation begins with.
     *
     * @param said where it was; transcribed and settled already
     */
    private record Begun(Asked asked, Optional<AudioClip> said, Optional<Ahead> ahead, TurnStopwatch watch) {

        Duration heard() {
            return said.map(AudioClip::duration).orElse(Duration.ZERO);
        }
    }

    /** Answers what was typed. */
    void ask(LiveConversation conversation, TurnId id, Question question) {
        Begun begun = new Begun(Asked.written(question), Optional.empty(), Optional.empty(), new TurnStopwatch());
        onThread(conversation, id, () -> answer(conversation, id, begun));
    }

    private void answer(LiveConversation conversation, TurnId id, Begun begun) {
        LiveAnswer answer = conversation.begins(id);
        TurnRequest request = new TurnRequest(
                conversation.session(),
                id,
                begun.asked(),
                conversation.history(),
                true,
                conversation.address(),
                Mode.LIVE);
        guarded(conversation, answer, () -> {
            RunningTurn running = admitted(request, begun);
            begun.said().ifPresent(utterance -> sound.said(running, utterance));
            answer.runs(running);
            resumable.run(running, answer);
        });
    }

    private RunningTurn admitted(TurnRequest request, Begun begun) {
        try {
            RunningTurn running = pipeline.begin(request, begun.watch());
            running.beginsWith(begun.ahead());
            running.tally().heardBefore(begun.heard(), prices.ofAudio(begun.heard()));
            return running;
        } catch (RuntimeException refused) {
            begun.ahead().ifPresent(answering::dropped);
            throw refused;
        }
    }

    /** Goes on with a turn whose connection broke. */
    void resume(LiveConversation conversation, TurnId id, int from) {
        onThread(conversation, id, () -> {
            LiveAnswer answer = conversation.begins(id);
            guarded(
                    conversation,
                    answer,
                    () -> follower.tell(
                            follower.begin(conversation.session(), id, from, true, conversation.address()), answer));
        });
    }

    private void onThread(LiveConversation conversation, TurnId id, Runnable turn) {
        try {
            agent.require();
            threads.run(turn);
        } catch (Problem refused) {
            conversation.failed(id, refused);
        }
    }

    private static void guarded(LiveConversation conversation, LiveAnswer answer, Runnable turn) {
        try {
            turn.run();
        } catch (Problem problem) {
            answer.ended();
            conversation.failed(answer.id(), problem);
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "a live turn failed", failure);
            answer.ended();
            conversation.failed(answer.id(), Problem.internal());
        }
    }

    /** Cuts what is remembered of a turn, wherever it runs. */
    void interrupt(LiveConversation conversation, LiveAnswer answer) {
        threads.beside(() -> {
            try {
                interruptions.interrupt(conversation.session(), answer.id(), OptionalInt.of(answer.heard()));
            } catch (Problem notAdmittedYet) {
                LOG.log(Level.FINE, "nothing is remembered of it", notAdmittedYet);
            }
        });
    }
}
