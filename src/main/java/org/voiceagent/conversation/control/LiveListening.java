package org.voiceagent.conversation.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.SpeechActivity;
import org.voiceagent.conversation.entity.LiveSettings;

/**
 * Listens to one visitor and decides what is an utterance. At the first short pause a shadow of the turn is begun, in case
 * the visitor has finished; if they go on it is cancelled, and once they have been quiet for long enough it is committed. So
 * of each utterance at most one shadow is committed, and none is left behind.
 */
public final class LiveListening {

    /** Kept of what came before speech was noticed. */
    private static final Duration BEFORE = Duration.ofMillis(400);

    /** A turn that may still come to nothing; one of both is called, once. */
    public interface Shadow {

        /**
         * The utterance is over: it is a turn.
         *
         * @return false when it was given up, since nobody decided for too long
         */
        boolean commit();

        /** It was not the end, or nobody is there any more. */
        void cancel();
    }

    private final LiveSettings settings;
    private final BiFunction<AudioClip, Duration, Shadow> turns;
    private final SpeechActivity activity = new SpeechActivity(LiveSettings.RATE);
    private short[] samples = new short[LiveSettings.RATE];
    private int length;
    private Optional<Shadow> shadow = Optional.empty();

    /** @param turns begins the shadow of a turn with an utterance, and the quiet since its end */
    public LiveListening(LiveSettings settings, BiFunction<AudioClip, Duration, Shadow> turns) {
        this.settings = settings;
        this.turns = turns;
    }

    /**
     * Hears the next samples.
     *
     * @param agentSpeaks whether the agent can be heard, so that only so much speech counts as interrupts it
     */
    public synchronized void accept(short[] heard, boolean agentSpeaks) {
        activity.accept(heard);
        keep(heard);
        if (activity.spoken().isZero()) {
            forgetAllBut(BEFORE);
        } else if (activity.speaking()) {
            cancelShadow();
            if (length >= samplesOf(settings.longest())) {
                commit();
            }
        } else if (agentSpeaks && !interrupts() && activity.quiet().compareTo(settings.endpointing()) >= 0) {
            // a word of assent
            forget();
        } else if (!agentSpeaks || interrupts()) {
            pause();
        }
    }

    private void pause() {
        if (activity.quiet().compareTo(settings.endpointing()) >= 0) {
            commit();
        } else if (settings.speculates() && shadow.isEmpty() && activity.quiet().compareTo(settings.pause()) >= 0) {
            shadow = Optional.of(begun());
        }
    }

    /** Whether enough was said to interrupt the agent. */
    public synchronized boolean interrupts() {
        return activity.spoken().compareTo(settings.bargeIn()) >= 0;
    }

    /** The visitor's side thinks that the utterance is over: believed when it is quiet. */
    public synchronized void suggestEnd() {
        if (!activity.spoken().isZero() && !activity.speaking()) {
            commit();
        }
    }

    /** Nobody listens to the answer any more. */
    public synchronized void leave() {
        cancelShadow();
        forget();
    }

    private void commit() {
        if (shadow.isEmpty() || !shadow.get().commit()) {
            begun().commit();
        }
        shadow = Optional.empty();
        forget();
    }

    private void cancelShadow() {
        shadow.ifPresent(Shadow::cancel);
        shadow = Optional.empty();
    }

    private void forget() {
        activity.forget();
        length = 0;
    }

    private Shadow begun() {
        return turns.apply(new AudioClip(LiveSettings.RATE, Arrays.copyOf(samples, length)), activity.quiet());
    }

    private void keep(short[] heard) {
        if (length + heard.length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(length + heard.length, 2 * samples.length));
        }
        System.arraycopy(heard, 0, samples, length, heard.length);
        length += heard.length;
    }

    private void forgetAllBut(Duration last) {
        int kept = Math.min(length, samplesOf(last));
        System.arraycopy(samples, length - kept, samples, 0, kept);
        length = kept;
    }

    private static int samplesOf(Duration time) {
        return (int)
                (time.toMillis() * LiveSettings.RATE / Duration.ofSeconds(1).toMillis());
    }
}
