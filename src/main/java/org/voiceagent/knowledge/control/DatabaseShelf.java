package org.voiceagent.knowledge.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.knowledge.entity.KnowledgeDocument;
import org.voiceagent.knowledge.entity.Passage;
import org.voiceagent.knowledge.store.DocumentTable;

/** The documents of the database. While it does not answer, what was read last stays. */
final class DatabaseShelf implements Shelf {

    /** Of none that a database ever had. */
    private static final long NEVER = -1;

    private final DocumentTable table;
    private final Library library;
    private final Trouble trouble = new Trouble();
    private volatile boolean reading;
    private long version = NEVER;

    /** Reads it, where it answers. */
    DatabaseShelf(DocumentTable table, Library library) {
        this.table = table;
        this.library = library;
        look(true, false);
    }

    @Override
    public boolean look(boolean all, boolean due) {
        try {
            long now = table.version();
            boolean changed = now != version || all || due;
            if (changed) {
                reading = true;
                library.read(table.all().stream().map(this::file).toList(), all);
                version = now;
            }
            trouble.ends();
            return changed;
        } catch (DatabaseUnavailable told) {
            trouble.begins("The database does not answer, which has what admins have added");
            return false;
        } finally {
            reading = false;
        }
    }

    private DocumentFile file(KeptDocument document) {
        return DocumentFile.kept(document, () -> opened(document.id()));
    }

    private InputStream opened(String id) throws IOException {
        try {
            byte[] content = table.content(id).orElseThrow(() -> new IOException("it has just been removed"));
            return new ByteArrayInputStream(content);
        } catch (DatabaseUnavailable told) {
            throw new IOException(told);
        }
    }

    @Override
    public List<Passage> passages() {
        return library.passages();
    }

    @Override
    public List<KnowledgeDocument> documents() {
        return library.documents();
    }

    @Override
    public Optional<String> trouble() {
        return trouble.current();
    }

    @Override
    public boolean reading() {
        return reading;
    }

    @Override
    public boolean settled() {
        return library.settled();
    }
}
