package org.voiceagent.knowledge.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.configuration.Settings;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/** Reads a document before it is kept, as every member will: what would be refused then is refused now, and told why. */
@ApplicationScoped
public class DocumentTrial {

    @Inject
    private Config config;

    @Inject
    private InstantSource clock;

    private Optional<DocumentReader> reader = Optional.empty();

    DocumentTrial() {}

    DocumentTrial(DocumentReader reader, InstantSource clock) {
        this.reader = Optional.of(reader);
        this.clock = clock;
    }

    /** When what it makes is added. */
    Instant now() {
        return clock.instant();
    }

    /** Longest content, in bytes ({@code voice.knowledge.max-bytes}). */
    public int maxBytes() {
        return DocumentLimits.from(new Settings(config)).bytes();
    }

    /**
     * A document that has not been kept yet, its id by kind and name, with nothing said of it but its content.
     *
     * @param mediaType {@code text/markdown}, {@code text/html} or {@code application/pdf}
     */
    public KeptDocument document(DocumentKind kind, String name, String mediaType, byte[] content, String by) {
        return document(EntryName.of(List.of(kind.word(), name)), kind, name, mediaType, content, by);
    }

    /** As the other, with an id of its own. */
    public KeptDocument document(
            String id, DocumentKind kind, String name, String mediaType, byte[] content, String by) {
        Instant now = clock.instant();
        return new KeptDocument(
                id,
                kind,
                name,
                mediaType,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                content.length,
                EntryName.of(content),
                now,
                by,
                Fetched.NEVER);
    }

    /**
     * @return how many passages it has
     * @throws DocumentRefused when it cannot be read, and why
     */
    public int read(KeptDocument document, byte[] content) {
        return contents(document, content).passages().size();
    }

    DocumentContents contents(KeptDocument document, byte[] content) {
        return reader().read(DocumentFile.kept(document, () -> new ByteArrayInputStream(content)));
    }

    private synchronized DocumentReader reader() {
        if (reader.isEmpty()) {
            Settings settings = new Settings(config);
            reader = Optional.of(
                    new DocumentReader(DocumentLimits.from(settings), "", SiteKnowledge.language(settings)));
        }
        return reader.get();
    }
}
