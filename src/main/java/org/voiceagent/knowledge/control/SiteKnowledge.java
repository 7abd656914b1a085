package org.voiceagent.knowledge.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.configuration.Settings;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.KnowledgeLoaded;
import org.voiceagent.knowledge.entity.KnowledgeReport;
import org.voiceagent.knowledge.entity.Wording;
import org.voiceagent.knowledge.store.DocumentDatabase;

/** The knowledge base of this site: read when the application starts, and again when its documents change. */
@ApplicationScoped
public class SiteKnowledge {

    private static final String DOCUMENTS = "voice_agent_knowledge_documents";
    private static final String STATE = "state";
    private static final String LANGUAGE = "voice.knowledge.language";

    @Inject
    private Config config;

    @Inject
    private Event<KnowledgeLoaded> loaded;

    @Inject
    private MetricRegistry registry;

    @Inject
    private InstantSource clock;

    @Inject
    private DocumentDatabase database;

    @Resource
    private ManagedExecutorService executor;

    private final Rounds rounds = new Rounds("voice-agent-knowledge", Set.of());
    private Optional<WatchedKnowledge> watched = Optional.empty();
    private Optional<SynonymsFile> synonyms = Optional.empty();
    private volatile Optional<Understanding> understanding = Optional.empty();

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        WatchedKnowledge knowledge = watched();
        synonyms();
        measure(knowledge);
        tell(knowledge.current());
        knowledge.learn();
        rounds.every(new Settings(config).duration("voice.knowledge.look"), () -> {
            synonyms().look();
            knowledge.look(this::tell);
        });
    }

    /** Read at the first call, which may come before the start's event when another bean starts first. */
    private synchronized WatchedKnowledge watched() {
        if (watched.isEmpty()) {
            Settings settings = new Settings(config);
            String baseUrl = settings.optionalText("voice.knowledge.url").orElse("");
            DocumentReader reader = new DocumentReader(DocumentLimits.from(settings), baseUrl, language(settings));
            KnowledgeFolder folder = new KnowledgeFolder(settings.text("voice.knowledge.location"));
            List<Shelf> shelves = new ArrayList<>();
            shelves.add(new FolderShelf(folder, new Library(reader, clock, this::refused)));
            database.table()
                    .map(table -> new DatabaseShelf(table, new Library(reader, clock, this::refused)))
                    .ifPresent(shelves::add);
            understanding = Optional.of(new Understanding(
                    new SentenceMeanings(settings.number("voice.knowledge.max-meanings", 0)),
                    work -> executor.execute(work)));
            watched = Optional.of(new WatchedKnowledge(shelves, folder.changes(), understanding.get(), clock));
        }
        return watched.get();
    }

    private synchronized SynonymsFile synonyms() {
        if (synonyms.isEmpty()) {
            synonyms = Optional.of(new SynonymsFile(new Settings(config).optionalText(SynonymsFile.KEY)));
        }
        return synonyms.get();
    }

    /** Of documents that do not say theirs ({@code voice.knowledge.language}). */
    static String language(Settings settings) {
        return DocumentLanguage.of(settings.text(LANGUAGE))
                .orElseThrow(() -> new ConfigurationError(LANGUAGE, "must be a language, as en or pt-BR"));
    }

    private void refused() {
        registry.counter("voice_agent_knowledge_refusals").inc();
    }

    private void measure(WatchedKnowledge knowledge) {
        registry.gauge(
                "voice_agent_knowledge_passages",
                () -> knowledge.current().passages().size());
        registry.gauge(DOCUMENTS, () -> knowledge.documents(false), new Tag(STATE, "read"));
        registry.gauge(DOCUMENTS, () -> knowledge.documents(true), new Tag(STATE, "refused"));
        registry.counter("voice_agent_knowledge_refusals");
    }

    private void tell(KnowledgeBase base) {
        loaded.fire(new KnowledgeLoaded(base.passages()));
    }

    /** As {@link KnowledgeBase#find(List, List, String, int)}, of what is known now, and with the site's synonyms. */
    public List<Finding> find(List<Wording> wordings, List<String> earlierQuestions, String language, int most) {
        SiteSynonyms now = synonyms().current();
        return watched().current().find(new KnowledgeBase.Search(wordings, earlierQuestions, language, now), most);
    }

    /** Whether it is worth asking: as well as it will be searched, or by words where meanings take minutes to learn. */
    public boolean ready() {
        return understanding.filter(Understanding::ready).isPresent();
    }

    /** What this member knows, and from which documents. */
    public KnowledgeReport report() {
        return watched().report().orTrouble(synonyms().trouble());
    }

    /** Has what has changed taken up now, in the background, and not with the next look. */
    void lookNow() {
        rounds.now(() -> watched().look(this::tell));
    }

    /** Has all documents read again, in the background, within a look's time. */
    public void readAgain() {
        watched().readAgain();
    }

    @PreDestroy
    void stop() {
        rounds.stop();
    }
}
