package org.voiceagent.knowledge.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.knowledge.entity.KnowledgeDocument;
import org.voiceagent.knowledge.entity.KnowledgeReport;
import org.voiceagent.knowledge.entity.Passage;

/**
 * The knowledge base of documents that may change. Another one is built beside the one that answers, and takes its place at
 * once; who has begun with the old one ends with it. What failed though nothing may be wrong with it is tried again after a
 * pause.
 */
final class WatchedKnowledge {

    private static final System.Logger LOG = System.getLogger(WatchedKnowledge.class.getName());

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final List<Shelf> shelves;
    private final boolean watched;
    private final Understanding understanding;
    private final InstantSource clock;
    private final AtomicBoolean again = new AtomicBoolean();
    private final Trouble trouble = new Trouble();

    private volatile Edition current;
    private Optional<Instant> retry = Optional.empty();

    /** @param watched whether all of the shelves can change */
    WatchedKnowledge(List<Shelf> shelves, boolean watched, Understanding understanding, InstantSource clock) {
        this.shelves = List.copyOf(shelves);
        this.watched = watched;
        this.understanding = understanding;
        this.clock = clock;
        current = Edition.of(passages(), clock.instant());
        pauseUnless(settled());
    }

    private List<Passage> passages() {
        return shelves.stream().flatMap(shelf -> shelf.passages().stream()).toList();
    }

    private boolean settled() {
        return shelves.stream().allMatch(Shelf::settled);
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
        boolean due = retry.filter(at -> !clock.instant().isBefore(at)).isPresent();
        try {
            // each of them, also when one has changed
            long changed =
                    shelves.stream().filter(shelf -> shelf.look(all, due)).count();
            if (changed > 0 || due) {
                pauseUnless(takeUp(passages(), news) && settled());
            }
        } finally {
            again.compareAndSet(all, false);
        }
    }

    /** @return whether there is no need to try it again */
    private boolean takeUp(List<Passage> passages, Consumer<KnowledgeBase> news) {
        if (!passages.equals(current().passages())) {
            try {
                current = next(passages);
            } catch (RuntimeException | Error broken) {
                LOG.log(System.Logger.Level.DEBUG, "The knowledge cannot be indexed", broken);
                trouble.begins("What the documents say now cannot be indexed: "
                        + broken.getClass().getSimpleName());
                return false;
            }
            tell(news);
        }
        trouble.ends();
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

    /** How many there are that can be read now, or cannot. */
    long documents(boolean refused) {
        return documents()
                .filter(document -> document.refused().isPresent() == refused)
                .count();
    }

    private Stream<KnowledgeDocument> documents() {
        return shelves.stream().flatMap(shelf -> shelf.documents().stream());
    }

    KnowledgeReport report() {
        Edition edition = current;
        return new KnowledgeReport(
                edition.version(),
                edition.built(),
                edition.base().passages().size(),
                edition.base().bytes(),
                edition.base().byMeaning(),
                again.get() || shelves.stream().anyMatch(Shelf::reading),
                watched,
                troubles(),
                documents().toList());
    }

    private Optional<String> troubles() {
        String all = Stream.concat(shelves.stream().map(Shelf::trouble), Stream.of(trouble.current()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(". "));
        return Optional.of(all).filter(told -> !told.isEmpty());
    }
}
