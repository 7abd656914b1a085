package org.voiceagent.conversation.control;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.web.Problem;

/**
 * An utterance of a live conversation on its way to a turn, on a thread of its own: it is heard at once, and if there is
 * time its answer is begun; then it waits for the decision whether the visitor had finished.
 */
final class LiveTurn implements LiveListening.Shadow, Runnable {

    private static final Logger LOG = Logger.getLogger(LiveTurn.class.getName());
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(10);

    private final LiveTurns turns;
    private final Overhearing overhearing;
    private final LiveConversation conversation;
    private final AudioClip utterance;
    private final TurnStopwatch watch;
    private final CompletableFuture<Boolean> decision = new CompletableFuture<>();

    /** @param watch since the visitor stopped speaking */
    LiveTurn(
            LiveTurns turns,
            Overhearing overhearing,
            LiveConversation conversation,
            AudioClip utterance,
            TurnStopwatch watch) {
        this.turns = turns;
        this.overhearing = overhearing;
        this.conversation = conversation;
        this.utterance = utterance;
        this.watch = watch;
        // a microphone that falls silent for good must not hold a thread
        decision.completeOnTimeout(false, LONGEST_DOUBT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean commit() {
        watch.endpointed();
        return decision.complete(true);
    }

    @Override
    public void cancel() {
        decision.complete(false);
    }

    /** It could not be heard; that matters only if it is a turn. */
    void failed(Problem problem) {
        decision.thenAccept(committed -> {
            if (committed) {
                conversation.failed(problem);
            }
        });
    }

    @Override
    public void run() {
        boolean ahead = !decision.isDone();
        try {
            Overheard overheard = overhearing.open(conversation, utterance);
            Optional<Question> question = heard(overheard);
            boolean committed = decision.join();
            overhearing.decided(overheard, ahead, committed);
            if (committed && question.isPresent()) {
                turns.answer(conversation, question.get(), utterance, overheard.ahead(), watch);
            } else if (committed) {
                conversation.notUnderstood();
            }
        } catch (Problem problem) {
            failed(problem);
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "a live utterance could not be heard", failure);
            failed(Problem.internal());
        }
    }

    private Optional<Question> heard(Overheard overheard) {
        try {
            Optional<Question> question = overhearing.hear(overheard, conversation, utterance);
            watch.understood();
            if (question.isPresent() && !decision.isDone()) {
                overhearing.begin(overheard, conversation, question.get());
            }
            return question;
        } catch (RuntimeException failure) {
            overheard.settle();
            throw failure;
        }
    }
}
