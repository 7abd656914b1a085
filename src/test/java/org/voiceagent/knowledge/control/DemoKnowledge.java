package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The demo site's knowledge base, as the server reads it. */
public final class DemoKnowledge {

    static final DocumentLimits LIMITS = new DocumentLimits(1 << 20, 200, Duration.ofSeconds(20));
    private static final int SENTENCES = 20_000;

    private DemoKnowledge() {}

    public static KnowledgeBase byWords() {
        return new WatchedKnowledge(
                        List.of(new FolderShelf(
                                new KnowledgeFolder("classpath:/demo/knowledge"),
                                new Library(new DocumentReader(LIMITS, "help/"), Instant::now, () -> {}))),
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
