package org.voiceagent.transcription.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.knowledge.entity.KnowledgeLoaded;
import org.voiceagent.knowledge.entity.Passage;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.upstream.Engine;
import org.voiceagent.upstream.Retries;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamSettings;

/** Chooses the engine that transcribes, and teaches it the words of the knowledge base. */
@ApplicationScoped
public class TranscriptionEngine {

    private static final String STAGE = "transcription";

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Config config;

    @Inject
    private Outbound outbound;

    @Inject
    private InstantSource clock;

    private final ProperNames properNames = new ProperNames();
    private final AtomicReference<List<String>> lesson = new AtomicReference<>(List.of());
    private Optional<EmbeddedTranscriber> embedded = Optional.empty();
    private Transcriber transcriber;

    @PostConstruct
    void choose() {
        Settings settings = new Settings(config);
        if (Engine.of(settings, STAGE) == Engine.OPENAI) {
            UpstreamSettings upstream = UpstreamSettings.from(settings, STAGE);
            transcriber = new OpenAiTranscriber(
                    new Upstream(upstream, outbound, Retries.standard(), clock), properNames::text);
        } else {
            embedded = Optional.of(embedded(settings));
            transcriber = embedded.get();
        }
    }

    private static EmbeddedTranscriber embedded(Settings settings) {
        if (!EmbeddedTranscriber.available()) {
            throw new ConfigurationError(
                    "voice.transcription.engine",
                    "is embedded, and this WAR has no embedded engines; set OPENAI_API_KEY or OPENAI_BASE_URL,"
                            + " or deploy the full WAR");
        }
        return new EmbeddedTranscriber(
                settings.number("voice.transcription.embedded.recognizers", 1),
                settings.fraction("voice.transcription.embedded.min-confidence", 0, 1));
    }

    @Produces
    @Singleton
    Transcriber transcriber() {
        return transcriber;
    }

    @Produces
    @Singleton
    UtteranceReader reader() {
        Settings settings = new Settings(config);
        return new UtteranceReader(
                settings.number("voice.audio.max-bytes", 1),
                settings.duration("voice.audio.max-duration"),
                settings.fraction("voice.audio.silence-dbfs", -100, 0));
    }

    /**
     * In the background: the first page does not wait for models to load. Each time the knowledge has changed; of several
     * changes that come while it learns, only the last is learnt.
     */
    void learn(@Observes KnowledgeLoaded knowledge) {
        properNames.learn(texts(knowledge.passages().stream()));
        embedded.ifPresent(engine -> {
            // it hears English only
            lesson.set(texts(knowledge.passages().stream().filter(Passage::english)));
            executor.execute(() -> learnLatest(engine));
        });
    }

    private static List<String> texts(Stream<Passage> passages) {
        return passages.flatMap(passage -> Stream.of(passage.title(), passage.text()))
                .toList();
    }

    private synchronized void learnLatest(EmbeddedTranscriber engine) {
        List<String> latest = lesson.getAndSet(List.of());
        if (!latest.isEmpty()) {
            engine.learn(latest);
        }
    }

    @PreDestroy
    void close() {
        embedded.ifPresent(EmbeddedTranscriber::close);
    }
}
