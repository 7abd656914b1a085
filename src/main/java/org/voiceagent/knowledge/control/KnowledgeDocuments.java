package org.voiceagent.knowledge.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cluster.Signals;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.knowledge.store.DocumentDatabase;
import org.voiceagent.knowledge.store.DocumentTable;

/**
 * The documents of the knowledge base that are kept in the database. Each change is told to all members, which read what has
 * changed; who misses that finds it with the next look. Every call may end with a {@link
 * org.voiceagent.database.DatabaseUnavailable}, and with a {@link DocumentsNotKept} where there is no database for it.
 */
@ApplicationScoped
public class KnowledgeDocuments {

    private static final Logger LOG = Logger.getLogger(KnowledgeDocuments.class.getName());
    private static final String SIGNAL = "knowledge";
    private static final String CHANGED = "changed";
    private static final int AFTER_THE_MEMBER = 200;

    @Inject
    private DocumentDatabase database;

    @Inject
    private SiteKnowledge knowledge;

    private Optional<DocumentTable> table = Optional.empty();
    private Optional<Signals> signals = Optional.empty();

    void start(
            @Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember member) {
        table = database.table();
        Signals all = member.signals(SIGNAL);
        all.receive(changed -> knowledge.lookNow());
        signals = Optional.of(all);
    }

    /** Whether there is a database for them ({@code voice.knowledge.database}). */
    public boolean areKept() {
        return table.isPresent();
    }

    private DocumentTable table() {
        return table.orElseThrow(DocumentsNotKept::new);
    }

    /** All, by kind and name. */
    public List<KeptDocument> all() {
        return table().all();
    }

    public Optional<KeptDocument> find(String id) {
        return table().find(id);
    }

    /** What is in a document; empty when there is none of this id. */
    public Optional<byte[]> content(String id) {
        return table().content(id);
    }

    /** The contents of all documents of a kind, by their ids: of one whose documents are small. */
    Map<String, byte[]> contents(DocumentKind kind) {
        return table().contents(kind);
    }

    /**
     * Keeps one, new or in the place of the one with its id. It is read by all members: what breaks its reader should not come
     * so far, see {@link DocumentTrial}.
     */
    public void put(KeptDocument document, byte[] content) {
        table().put(document, content);
        tell();
    }

    /** Keeps what came of fetching a page that has not changed, or failed; there is nothing to read for anybody. */
    public void note(String id, Fetched fetched) {
        table().note(id, fetched);
    }

    /** @return whether there was one */
    public boolean remove(String id) {
        boolean removed = table().remove(id);
        tell();
        return removed;
    }

    private void tell() {
        try {
            signals.ifPresent(all -> all.send(CHANGED));
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "the members find it when they look again", later);
        }
    }
}
