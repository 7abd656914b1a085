package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.KnowledgeDocument;
import org.voiceagent.upstream.LogLines;

class WatchedKnowledgeTest {

    private static final String QUESTION = "What does a swimming lesson cost?";

    @TempDir
    private Path folder;

    private final AtomicInteger refusals = new AtomicInteger();
    private final List<KnowledgeBase> news = new ArrayList<>();
    private final LogLines log = LogLines.of(Trouble.class);
    private final LogLines told = LogLines.of(Library.class);

    @BeforeEach
    void aFolder() throws IOException {
        log.start();
        told.start();
        write("pool.md", lesson("twelve"));
        write("library.md", "# Library\n\n## Hours\n\nThe library opens at nine.\n");
    }

    @AfterEach
    void endOfTheLog() {
        log.stop();
        told.stop();
    }

    private static String lesson(String pounds) {
        return "# Pool\n\n## Lessons\n\nA swimming lesson costs " + pounds + " pounds.\n";
    }

    /** As editors do: another file takes the place of the old one. */
    private void write(String name, String text) throws IOException {
        Path next = Files.writeString(Files.createTempFile(folder, ".draft", null), text);
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private WatchedKnowledge watched() {
        return watched(Instant::now);
    }

    private WatchedKnowledge watched(InstantSource clock) {
        return new WatchedKnowledge(
                List.of(new FolderShelf(
                        new KnowledgeFolder(folder.toString()),
                        new Library(
                                new DocumentReader(DemoKnowledge.LIMITS, "help/", "en"),
                                Instant::now,
                                refusals::incrementAndGet))),
                true,
                new Understanding(new SentenceMeanings(0), Runnable::run),
                clock);
    }

    /** A change is taken up when two looks have seen it. */
    private void lookTwice(WatchedKnowledge knowledge) {
        knowledge.look(news::add);
        knowledge.look(news::add);
    }

    private static String answer(KnowledgeBase knowledge) {
        List<Finding> found = knowledge.find(QUESTION, List.of(), 1);
        return found.get(0).passage().text();
    }

    private static Optional<KnowledgeDocument> document(WatchedKnowledge knowledge, String name) {
        return knowledge.report().documents().stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
    }

    @Test
    void a_changed_document_is_answered_from_and_who_began_before_ends_with_the_old_one() throws Exception {
        WatchedKnowledge knowledge = watched();
        KnowledgeBase before = knowledge.current();
        String version = knowledge.report().version();
        write("pool.md", lesson("fifteen"));
        knowledge.look(news::add);
        assertSame(before, knowledge.current(), "it may be written still");
        knowledge.look(news::add);
        assertEquals("A swimming lesson costs fifteen pounds.", answer(knowledge.current()));
        assertEquals("A swimming lesson costs twelve pounds.", answer(before));
        assertEquals(List.of(knowledge.current()), news);
        assertNotEquals(version, knowledge.report().version());
        write("pool.md", lesson("twelve"));
        lookTwice(knowledge);
        assertEquals(version, knowledge.report().version());
    }

    @Test
    void a_change_that_changes_no_passage_is_no_news() throws Exception {
        WatchedKnowledge knowledge = watched();
        KnowledgeBase before = knowledge.current();
        write("pool.md", lesson("twelve") + "\n");
        lookTwice(knowledge);
        knowledge.readAgain();
        assertTrue(knowledge.report().reading());
        knowledge.look(news::add);
        assertFalse(knowledge.report().reading());
        assertSame(before, knowledge.current());
        assertEquals(List.of(), news);
    }

    @Test
    void documents_come_and_go() throws Exception {
        WatchedKnowledge knowledge = watched();
        write("new.html", "<h1>Sauna</h1><p>The sauna is warm.");
        Files.delete(folder.resolve("library.md"));
        lookTwice(knowledge);
        assertEquals(
                List.of("new-html", "pool#lessons"),
                knowledge.current().passages().stream()
                        .map(passage -> passage.id())
                        .toList());
        assertEquals(2, knowledge.report().documents().size());
    }

    @Test
    void a_document_that_breaks_is_told_once_and_what_it_said_stays() throws Exception {
        WatchedKnowledge knowledge = watched();
        write("pool.md", "");
        write("broken.pdf", "This is no PDF.");
        lookTwice(knowledge);
        knowledge.readAgain();
        lookTwice(knowledge);
        assertEquals("A swimming lesson costs twelve pounds.", answer(knowledge.current()));
        assertEquals(
                Optional.of("is empty"),
                document(knowledge, "pool.md").orElseThrow().refused());
        assertEquals(1, document(knowledge, "pool.md").orElseThrow().passages());
        assertEquals(0, document(knowledge, "broken.pdf").orElseThrow().passages());
        assertEquals(2, refusals.get());
        assertEquals(2, told.count(), told.text());
        write("pool.md", lesson("fifteen"));
        lookTwice(knowledge);
        assertEquals(
                Optional.empty(), document(knowledge, "pool.md").orElseThrow().refused());
        assertEquals("A swimming lesson costs fifteen pounds.", answer(knowledge.current()));
    }

    @Test
    void a_change_that_cannot_be_indexed_leaves_the_last_one_and_is_tried_again_after_a_pause() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        AtomicBoolean full = new AtomicBoolean();
        WatchedKnowledge knowledge = watched(() -> {
            if (full.getAndSet(false)) {
                throw new OutOfMemoryError();
            }
            return now.get();
        });
        write("pool.md", lesson("fifteen"));
        full.set(true);
        lookTwice(knowledge);
        assertEquals("A swimming lesson costs twelve pounds.", answer(knowledge.current()));
        assertTrue(knowledge.report().trouble().orElseThrow().endsWith("cannot be indexed: OutOfMemoryError"));
        lookTwice(knowledge);
        assertEquals("A swimming lesson costs twelve pounds.", answer(knowledge.current()));
        now.set(Instant.EPOCH.plusSeconds(60));
        knowledge.look(news::add);
        assertEquals("A swimming lesson costs fifteen pounds.", answer(knowledge.current()));
        assertEquals(Optional.empty(), knowledge.report().trouble());
    }

    @Test
    void who_cannot_hear_the_news_does_not_keep_it_from_the_visitors() throws Exception {
        WatchedKnowledge knowledge = watched();
        write("pool.md", lesson("fifteen"));
        Consumer<KnowledgeBase> deaf = base -> {
            throw new IllegalStateException("deaf");
        };
        knowledge.look(deaf);
        knowledge.look(deaf);
        assertEquals("A swimming lesson costs fifteen pounds.", answer(knowledge.current()));
        assertEquals(Optional.empty(), knowledge.report().trouble());
    }

    @Test
    void a_document_that_could_not_be_opened_is_read_when_it_can_though_it_has_not_changed() {
        Library library = new Library(
                new DocumentReader(DemoKnowledge.LIMITS, "help/", "en"), Instant::now, refusals::incrementAndGet);
        AtomicBoolean open = new AtomicBoolean();
        DocumentFile file = new DocumentFile("pool.md", 1, "same", () -> {
            if (!open.get()) {
                throw new IOException("drive");
            }
            return new ByteArrayInputStream(lesson("twelve").getBytes(StandardCharsets.UTF_8));
        });
        library.read(List.of(file), false);
        library.read(List.of(file), false);
        assertFalse(library.settled());
        assertEquals(1, refusals.get());
        open.set(true);
        library.read(List.of(file), false);
        assertTrue(library.settled());
        assertEquals(1, library.passages().size());
    }

    @Test
    void of_two_documents_with_one_address_the_second_is_refused() throws Exception {
        WatchedKnowledge knowledge = watched();
        write("Pool.md", lesson("fifteen"));
        lookTwice(knowledge);
        assertEquals("A swimming lesson costs fifteen pounds.", answer(knowledge.current()));
        assertEquals(2, knowledge.current().passages().size());
        assertEquals(
                Optional.of("would have the same address as Pool.md"),
                document(knowledge, "pool.md").orElseThrow().refused());
        Files.delete(folder.resolve("Pool.md"));
        lookTwice(knowledge);
        assertEquals("A swimming lesson costs twelve pounds.", answer(knowledge.current()));
    }

    @Test
    void a_folder_that_is_gone_or_empty_changes_nothing_but_what_is_told() throws Exception {
        WatchedKnowledge knowledge = watched();
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
        Files.move(folder, elsewhere);
        lookTwice(knowledge);
        assertEquals(
                Optional.of("The knowledge folder cannot be read"),
                knowledge.report().trouble());
        assertEquals("A swimming lesson costs twelve pounds.", answer(knowledge.current()));
        Files.move(elsewhere, folder);
        lookTwice(knowledge);
        assertEquals(Optional.empty(), knowledge.report().trouble());
        Files.move(folder, elsewhere);
        Files.createDirectory(folder);
        lookTwice(knowledge);
        assertTrue(knowledge.report().trouble().orElseThrow().contains("no document"));
        assertEquals(2, knowledge.report().documents().size());
        assertEquals("A swimming lesson costs twelve pounds.", answer(knowledge.current()));
        Files.delete(folder);
        Files.move(elsewhere, folder);
        lookTwice(knowledge);
        assertEquals(Optional.empty(), knowledge.report().trouble());
        assertEquals(2, log.count(), log.text());
    }

    @Test
    void a_folder_without_documents_stops_the_start() throws Exception {
        write("pool.md", "");
        Files.delete(folder.resolve("library.md"));
        assertTrue(assertThrows(ConfigurationError.class, this::watched)
                .getMessage()
                .contains("voice.knowledge.location"));
    }

    @Test
    void the_war_s_own_documents_are_looked_at_when_somebody_asks_only() {
        WatchedKnowledge demo = new WatchedKnowledge(
                List.of(new FolderShelf(
                        new KnowledgeFolder("classpath:/demo/knowledge"),
                        new Library(new DocumentReader(DemoKnowledge.LIMITS, "help/", "en"), Instant::now, () -> {}))),
                false,
                new Understanding(new SentenceMeanings(0), Runnable::run),
                Instant::now);
        Instant before = demo.report().documents().get(0).read();
        lookTwice(demo);
        assertEquals(before, demo.report().documents().get(0).read());
        demo.readAgain();
        demo.look(news::add);
        assertTrue(demo.report().documents().get(0).read().isAfter(before));
        assertFalse(demo.report().watched());
    }

    @Test
    void no_question_fails_while_the_knowledge_changes() throws Exception {
        WatchedKnowledge knowledge = watched();
        AtomicBoolean changing = new AtomicBoolean(true);
        ExecutorService visitors = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int visitor = 0; visitor < 2; visitor++) {
                asked.add(visitors.submit(() -> {
                    int answered = 0;
                    while (changing.get() || answered == 0) {
                        assertTrue(answer(knowledge.current()).startsWith("A swimming lesson costs "));
                        answered++;
                    }
                    return answered;
                }));
            }
            for (int change = 0; change < 20; change++) {
                write("pool.md", lesson("number " + change));
                lookTwice(knowledge);
            }
            changing.set(false);
            for (Future<Integer> visitor : asked) {
                assertTrue(visitor.get() > 0);
            }
            assertEquals(20, news.size());
        } finally {
            visitors.shutdownNow();
        }
    }
}
