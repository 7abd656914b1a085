package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** Has knowledge bases learn what their passages mean: at once where that is little, else in the background. */
final class Understanding {

    private static final System.Logger LOG = System.getLogger(Understanding.class.getName());

    /** Seconds. A knowledge base is not searched before: it would be by words, though nearly all of it is understood. */
    private static final int LITTLE = 100;

    /** More than so many, half a minute of a core, and the server counts as started while it answers by words. */
    private static final int WORTH_WAITING_FOR = 1_000;

    private final SentenceMeanings meanings;
    private final Executor background;
    private volatile boolean ready;

    /** @param background does what takes long */
    Understanding(SentenceMeanings meanings, Executor background) {
        this.meanings = meanings;
        this.background = background;
    }

    /** Whether it is worth asking: as well as it will be searched, or by words where meanings take long. Once so, always so. */
    boolean ready() {
        return ready;
    }

    /**
     * Begins to learn.
     *
     * @param wanted whether to go on
     */
    void begin(KnowledgeBase base, BooleanSupplier wanted) {
        ready = ready || meanings.unknown(base.english()) > WORTH_WAITING_FOR;
        try {
            background.execute(() -> learn(base, wanted));
        } catch (RejectedExecutionException stopping) {
            LOG.log(System.Logger.Level.WARNING, "Passages are searched by words", stopping);
        }
    }

    private void learn(KnowledgeBase base, BooleanSupplier wanted) {
        try {
            String how = base.learnMeanings(meanings, wanted) ? "meaning and words" : "words";
            if (wanted.getAsBoolean()) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0} passages are searched by {1}, {2} in other languages than English by words",
                        base.english().size(),
                        how,
                        base.passages().size() - base.english().size());
            }
        } catch (IOException | RuntimeException unusable) {
            LOG.log(System.Logger.Level.WARNING, "No sentence model; passages are searched by words", unusable);
        } finally {
            // of one that is not wanted any more another is learnt
            ready = ready || wanted.getAsBoolean();
        }
    }

    /** Learns before it returns, where only little is new. */
    void learnLittle(KnowledgeBase base) {
        if (meanings.unknown(base.english()) > LITTLE) {
            return;
        }
        try {
            base.learnMeanings(meanings, () -> true);
        } catch (IOException | RuntimeException unusable) {
            LOG.log(System.Logger.Level.WARNING, "No sentence model; what is new is searched by words", unusable);
        }
    }
}
