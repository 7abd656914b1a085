package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.members.Sizes;

/** A large site's knowledge; with {@code -Plong} 1,000 documents of 20 passages each. */
class KnowledgeSizeIT {

    private static final Logger LOG = Logger.getLogger(KnowledgeSizeIT.class.getName());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int DOCUMENTS = Sizes.of(20, 1_000);
    private static final int PASSAGES = 20;
    private static final int SENTENCES = 3;
    private static final int WORDS = 12;
    private static final int NAMES = 5_000;
    private static final int QUESTIONS = Sizes.of(200, 1_000);
    private static final int MOST = 4;
    private static final int PERCENT = 95;
    private static final Duration INDEXING = Duration.ofSeconds(60);
    private static final Duration QUERY = Duration.ofMillis(10);
    private static final long KILOBYTE = 1024;

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final List<String> words = words();

    /** Of the demo's help centre, as often as there, and names that few documents have. */
    private static List<String> words() {
        Stream<String> demo = DemoKnowledge.byWords().passages().stream()
                .flatMap(passage -> Arrays.stream(passage.text().split("[^\\p{L}]+")))
                .filter(word -> !word.isEmpty());
        Stream<String> names = Stream.iterate(0, number -> number + 1)
                .limit(NAMES)
                .map(number -> "Model" + Integer.toString(number, Character.MAX_RADIX));
        return Stream.concat(demo, names).toList();
    }

    private String words(int count) {
        return Stream.generate(() -> words.get(random.nextInt(words.size())))
                .limit(count)
                .collect(Collectors.joining(" "));
    }

    private void write(int number) throws IOException {
        StringBuilder text = new StringBuilder("# ").append(words(3)).append("\n\n");
        for (int passage = 0; passage < PASSAGES; passage++) {
            text.append("## ").append(words(4)).append("\n\n");
            for (int sentence = 0; sentence < SENTENCES; sentence++) {
                text.append("This is ").append(words(WORDS)).append(". ");
            }
            text.append("\n\n");
        }
        Files.writeString(folder.resolve("document-" + number + ".md"), text);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void is_read_and_searched_in_time() throws IOException {
        for (int number = 0; number < DOCUMENTS; number++) {
            write(number);
        }
        long empty = heap();
        long begun = System.nanoTime();
        WatchedKnowledge knowledge = new WatchedKnowledge(
                List.of(new FolderShelf(
                        new KnowledgeFolder(folder.toString()),
                        new Library(new DocumentReader(DemoKnowledge.LIMITS, "", "en"), Instant::now, () -> {}))),
                true,
                new Understanding(new SentenceMeanings(0), Runnable::run),
                Instant::now);
        Duration indexing = since(begun);
        long full = heap();
        assertEquals(DOCUMENTS * PASSAGES, knowledge.report().passages());
        ask(knowledge.current());
        List<Duration> taken = ask(knowledge.current());
        write(0);
        begun = System.nanoTime();
        knowledge.look(base -> {});
        knowledge.look(base -> {});
        Duration change = since(begun);
        Duration slow = taken.get(QUESTIONS * PERCENT / 100);
        LOG.info(() ->
                "%d passages of %d documents: read in %d ms, one change taken up in %d ms, %d kB of heap (of them %d kB as told); a query takes of a core p50 %d us, p95 %d us"
                        .formatted(
                                DOCUMENTS * PASSAGES,
                                DOCUMENTS,
                                indexing.toMillis(),
                                change.toMillis(),
                                (full - empty) / KILOBYTE,
                                knowledge.report().bytes() / KILOBYTE,
                                taken.get(QUESTIONS / 2).toNanos() / 1000,
                                slow.toNanos() / 1000));
        assertTrue(indexing.compareTo(Sizes.promised(INDEXING)) < 0, indexing.toString());
        assertTrue(slow.compareTo(Sizes.promised(QUERY)) < 0, slow.toString());
    }

    /** @return what each question took of a core, the quickest first: the time of a busy machine tells what others do */
    private List<Duration> ask(KnowledgeBase knowledge) {
        List<Duration> taken = new ArrayList<>();
        for (int question = 0; question < QUESTIONS; question++) {
            String asked = "What is the " + words(5) + "?";
            long begun = THREADS.getCurrentThreadCpuTime();
            assertEquals(MOST, knowledge.find(asked, List.of(), MOST).size());
            taken.add(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun));
        }
        taken.sort(null);
        return taken;
    }
}
