package org.voiceagent.knowledge.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.knowledge.entity.KnowledgeLoaded;

/** Reads the knowledge base of this site when the application starts, and lends it to whoever injects it. */
@ApplicationScoped
public class SiteKnowledge {

    private static final System.Logger LOG = System.getLogger(SiteKnowledge.class.getName());

    @Inject
    private Config config;

    @Inject
    private Event<KnowledgeLoaded> loaded;

    @Resource
    private ManagedExecutorService executor;

    private Optional<KnowledgeBase> read = Optional.empty();
    private volatile boolean ready;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        KnowledgeBase base = knowledge();
        loaded.fire(new KnowledgeLoaded(base.passages()));
        executor.execute(() -> learnMeanings(base));
    }

    /** Read at the first call, which may come before the start's event when another bean starts first. */
    @Produces
    @Dependent
    synchronized KnowledgeBase knowledge() {
        if (read.isEmpty()) {
            Settings settings = new Settings(config);
            String baseUrl = settings.optionalText("voice.knowledge.url").orElse("");
            read = Optional.of(KnowledgeBase.read(settings.text("voice.knowledge.location"), baseUrl));
        }
        return read.get();
    }

    private void learnMeanings(KnowledgeBase base) {
        try {
            String how = base.learnMeanings() ? "meaning and words" : "words";
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} passages are searched by {1}",
                    base.passages().size(),
                    how);
        } catch (IOException | RuntimeException unusable) {
            LOG.log(System.Logger.Level.WARNING, "No sentence model; passages are searched by words", unusable);
        } finally {
            ready = true;
        }
    }

    /** Whether questions are searched for as well as they will be; before, they are searched for by words alone. */
    public boolean ready() {
        return ready;
    }
}
