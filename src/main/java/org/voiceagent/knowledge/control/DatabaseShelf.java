package org.voiceagent.knowledge.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.knowledge.store.DocumentTable;

/** The documents of the database. While it does not answer, what was read last stays. */
final class DatabaseShelf extends Shelf {

    /** Of none that a database ever had. */
    private static final long NEVER = -1;

    private final DocumentTable table;
    private long version = NEVER;

    /** Reads it, where it answers. */
    DatabaseShelf(DocumentTable table, Library library) {
        super(library);
        this.table = table;
        look(true, false);
    }

    @Override
    boolean look(boolean all, boolean due) {
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
}
