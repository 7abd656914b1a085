package org.voiceagent.knowledge.control;

import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.voiceagent.cluster.Legible;
import org.voiceagent.knowledge.entity.KnowledgeDocument;
import org.voiceagent.knowledge.entity.Passage;

/**
 * The documents as they were read last. One that cannot be read any more costs nothing but its news: what it said before
 * stays, until it can be read again or is gone.
 */
final class Library {

    private static final System.Logger LOG = System.getLogger(Library.class.getName());

    /**
     * @param passing whether it is worth reading again though it has not changed
     * @param contents as far as it could ever be read
     */
    private record Shelved(
            String print, boolean passing, KnowledgeDocument document, Optional<DocumentContents> contents) {

        private boolean tellsOf(Shelved later) {
            return print.equals(later.print) && (told().equals(later.told()) || passing && later.passing);
        }

        private String told() {
            return document.refused().orElse("");
        }
    }

    private final DocumentReader reader;
    private final InstantSource clock;
    private final Runnable refusal;
    private volatile SortedMap<String, Shelved> shelf = Collections.emptySortedMap();

    /** @param refusal is run for each document that is refused, once until it changes */
    Library(DocumentReader reader, InstantSource clock, Runnable refusal) {
        this.reader = reader;
        this.clock = clock;
        this.refusal = refusal;
    }

    /**
     * Reads what has changed and what could not be read for a reason that may have passed, and forgets what is gone.
     *
     * @param files all there are
     * @param all whether to read again what has not changed, too
     */
    synchronized void read(List<DocumentFile> files, boolean all) {
        SortedMap<String, Shelved> now = new TreeMap<>();
        Map<String, String> slugs = new HashMap<>();
        for (DocumentFile file : files) {
            Optional<String> namesake = Optional.ofNullable(slugs.putIfAbsent(file.slug(), file.name()));
            Optional<Shelved> before = Optional.ofNullable(shelf.get(file.key()));
            boolean unchanged = before.filter(old -> old.print().equals(file.print()) && !old.passing())
                    .isPresent();
            now.put(file.key(), unchanged && !all && namesake.isEmpty() ? before.get() : read(file, before, namesake));
        }
        shelf = now;
    }

    /** @param namesake another document that has the same slug */
    private Shelved read(DocumentFile file, Optional<Shelved> before, Optional<String> namesake) {
        try {
            if (namesake.isPresent()) {
                throw DocumentRefused.passing("would have the same address as " + namesake.get());
            }
            DocumentContents contents = reader.read(file);
            return new Shelved(
                    file.print(),
                    false,
                    document(file, Optional.of(contents), Optional.empty()),
                    Optional.of(contents));
        } catch (DocumentRefused refused) {
            Optional<DocumentContents> said =
                    namesake.isPresent() ? Optional.empty() : before.flatMap(Shelved::contents);
            KnowledgeDocument document = document(file, said, Optional.of(refused.getMessage()));
            Shelved now = new Shelved(file.print(), refused.passing(), document, said);
            if (before.filter(old -> old.tellsOf(now)).isEmpty()) {
                tell(now);
            }
            return now;
        }
    }

    private void tell(Shelved refused) {
        refusal.run();
        LOG.log(
                System.Logger.Level.WARNING,
                "Knowledge document {0} {1}; {2}",
                Legible.line(refused.document().name()),
                refused.told(),
                refused.contents().isPresent() ? "what it said before stays" : "it is left out");
    }

    private KnowledgeDocument document(
            DocumentFile file, Optional<DocumentContents> contents, Optional<String> refused) {
        return new KnowledgeDocument(
                file.name(),
                file.origin(),
                contents.map(DocumentContents::title).orElse(file.name()),
                contents.flatMap(DocumentContents::language),
                contents.map(said -> said.passages().size()).orElse(0),
                file.bytes(),
                clock.instant(),
                refused);
    }

    /** Whether nothing is to be read again before something changes. */
    boolean settled() {
        return shelf.values().stream().noneMatch(Shelved::passing);
    }

    /** Of all documents, by name. */
    List<KnowledgeDocument> documents() {
        return shelf.values().stream()
                .map(Shelved::document)
                .sorted(Comparator.comparing(KnowledgeDocument::name))
                .toList();
    }

    /** Of all documents, in the order of their keys. */
    List<Passage> passages() {
        return shelf.values().stream()
                .flatMap(shelved -> shelved.contents().stream())
                .flatMap(contents -> contents.passages().stream())
                .toList();
    }
}
