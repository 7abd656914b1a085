package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.voiceagent.knowledge.entity.Passage;

/** The demo site's knowledge base, as the server reads it. */
public final class DemoKnowledge {

    static final DocumentLimits LIMITS = new DocumentLimits(1 << 20, 200, Duration.ofSeconds(20));
    private static final int SENTENCES = 20_000;

    private DemoKnowledge() {}

    public static KnowledgeBase byWords() {
        return of("classpath:/demo/knowledge");
    }

    /** The made-up German library of the evaluation. */
    public static KnowledgeBase german() {
        return of("src/test/resources/evaluation/german");
    }

    /** The shop and the library as one site, by words. */
    public static KnowledgeBase both() {
        List<Passage> passages = new ArrayList<>(byWords().passages());
        passages.addAll(german().passages());
        return KnowledgeBase.of(passages);
    }

    private static KnowledgeBase of(String location) {
        return new WatchedKnowledge(
                        List.of(new FolderShelf(
                                new KnowledgeFolder(location),
                                new Library(new DocumentReader(LIMITS, "help/", "en"), Instant::now, () -> {}))),
                        false,
                        new Understanding(new SentenceMeanings(SENTENCES), Runnable::run),
                        Instant::now)
                .current();
    }

    /** By words still, where the sentence model is left out. */
    public static KnowledgeBase byMeaning() throws IOException {
        KnowledgeBase knowledge = byWords();
        knowledge.learnMeanings(new SentenceMeanings(SENTENCES), () -> true);
        return knowledge;
    }
}
