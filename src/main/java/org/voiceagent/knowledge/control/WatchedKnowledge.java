package org.voiceagent.knowledge.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.knowledge.entity.KnowledgeReport;
import org.voiceagent.knowledge.entity.Passage;

/**
 * The knowledge base of a folder that may change. Another one is built beside the one that answers, and takes its place at
 * once; who has begun with the old one ends with it. While the folder cannot be read, or has nothing to read, the last one
 * stays.
 *
 * <p>A look compares names, sizes and times. What the operating system tells of changes it does not tell of network drives,
 * nor of the links by which Kubernetes changes a folder. A change is taken up when two looks in a row find the same, so that
 * a file is not read while it is written. What failed though nothing may be wrong with it is tried again after a pause.
 */
final class WatchedKnowledge {

    private static final System.Logger LOG = System.getLogger(WatchedKnowledge.class.getName());

    private static final String NOTHING = "The knowledge folder has no document that can be read";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final KnowledgeFolder folder;
    private final Library library;
    private final Understanding understanding;
    private final InstantSource clock;
    private final AtomicBoolean again = new AtomicBoolean();

    private volatile Edition current;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean reading;
    private String seen = "";
    private String read = "";
    private Optional<Instant> retry = Optional.empty();

    /**
     * Reads the folder.
     *
     * @throws ConfigurationError when there is nothing to read
     */
    WatchedKnowledge(KnowledgeFolder folder, Library library, Understanding understanding, InstantSource clock) {
        this.folder = folder;
        this.library = library;
        this.understanding = understanding;
        this.clock = clock;
        List<DocumentFile> files = folder.documents();
        library.read(files, true);
        if (library.passages().isEmpty()) {
            throw KnowledgeFolder.unusable("holds no document that can be read (*.md, *.html, *.pdf)");
        }
        read = DocumentFile.print(files);
        seen = read;
        current = Edition.of(library.passages(), clock.instant());
        pauseUnless(library.settled());
    }

    private void pauseUnless(boolean settled) {
        retry = settled ? Optional.empty() : Optional.of(clock.instant().plus(PAUSE));
    }

    KnowledgeBase current() {
        return current.base();
    }

    /** Begins to learn what the passages mean. */
    void learn() {
        KnowledgeBase base = current();
        understanding.begin(base, () -> current() == base);
    }

    /** The next look reads all documents again, changed or not. */
    void readAgain() {
        again.set(true);
    }

    /**
     * Looks for changes, and takes them up.
     *
     * @param news is told of a knowledge base that has just taken the place of another
     */
    synchronized void look(Consumer<KnowledgeBase> news) {
        boolean all = again.get();
        if (!all && !folder.changes()) {
            return;
        }
        reading = all;
        try {
            List<DocumentFile> files = folder.documents();
            String print = DocumentFile.print(files);
            boolean settled = print.equals(seen);
            seen = print;
            if (all || settled && (files.isEmpty() || !print.equals(read) || due())) {
                reading = true;
                takeUp(files, all, news);
                read = print;
            }
        } catch (ConfigurationError gone) {
            // when it is back it is taken up, though nothing may have changed
            read = "";
            troubled("The knowledge folder cannot be read");
        } finally {
            again.compareAndSet(all, false);
            reading = false;
        }
    }

    private boolean due() {
        return retry.filter(at -> !clock.instant().isBefore(at)).isPresent();
    }

    private void takeUp(List<DocumentFile> files, boolean all, Consumer<KnowledgeBase> news) {
        if (files.isEmpty()) {
            // a drive that is not there looks like this, and what was read from it is not lost
            troubled(NOTHING);
            return;
        }
        library.read(files, all);
        pauseUnless(takeUp(library.passages(), news) && library.settled());
    }

    /** @return whether there is no need to try it again */
    private boolean takeUp(List<Passage> passages, Consumer<KnowledgeBase> news) {
        if (passages.isEmpty()) {
            troubled(NOTHING);
            return true;
        }
        if (!passages.equals(current().passages())) {
            try {
                current = next(passages);
            } catch (RuntimeException | Error broken) {
                LOG.log(System.Logger.Level.DEBUG, "The knowledge cannot be indexed", broken);
                troubled("What the knowledge folder says now cannot be indexed: "
                        + broken.getClass().getSimpleName());
                return false;
            }
            tell(news);
        }
        trouble = Optional.empty();
        return true;
    }

    private Edition next(List<Passage> passages) {
        Edition next = Edition.of(passages, clock.instant());
        if (current().byMeaning()) {
            understanding.learnLittle(next.base());
        }
        return next;
    }

    private void tell(Consumer<KnowledgeBase> news) {
        LOG.log(
                System.Logger.Level.INFO,
                "The knowledge has changed: {0} passages, version {1}",
                current().passages().size(),
                current.version());
        try {
            news.accept(current());
        } catch (RuntimeException | Error broken) {
            LOG.log(System.Logger.Level.WARNING, "The knowledge has changed, and not everybody could be told", broken);
        }
        if (!current().byMeaning()) {
            learn();
        }
    }

    private void troubled(String what) {
        if (trouble.filter(what::equals).isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0}; what was known before stays", what);
        }
        trouble = Optional.of(what);
    }

    /** How many there are that can be read now, or cannot. */
    long documents(boolean refused) {
        return library.documents().stream()
                .filter(document -> document.refused().isPresent() == refused)
                .count();
    }

    KnowledgeReport report() {
        Edition edition = current;
        return new KnowledgeReport(
                edition.version(),
                edition.built(),
                edition.base().passages().size(),
                edition.base().bytes(),
                edition.base().byMeaning(),
                reading || again.get(),
                folder.changes(),
                trouble,
                library.documents());
    }
}
