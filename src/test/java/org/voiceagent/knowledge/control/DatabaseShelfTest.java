package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.database.BrokenSource;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.knowledge.entity.Passage;
import org.voiceagent.knowledge.store.DocumentTable;
import org.voiceagent.knowledge.store.KeptDocuments;

/** What a member makes of the documents in the database. */
class DatabaseShelfTest {

    private static final String POOL = "# Pool\n\nWe have a pool.\n\n## Lessons\n\nA lesson costs twelve pounds.\n";

    private final BrokenSource source = new BrokenSource(TestDatabases.h2());
    private final DocumentTable table = KeptDocuments.in(source);

    private DatabaseShelf shelf() {
        return new DatabaseShelf(
                table, new Library(new DocumentReader(DemoKnowledge.LIMITS, "help/", "en"), Instant::now, () -> {}));
    }

    private static KeptDocument document(String id, String name, String print) {
        return new KeptDocument(
                id,
                DocumentKind.UPLOAD,
                name,
                "text/markdown",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                print,
                Instant.EPOCH,
                "admin",
                Fetched.NEVER);
    }

    private void put(KeptDocument document, String text) {
        table.put(document, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean changes(DatabaseShelf shelf) {
        return shelf.look(false, false);
    }

    @Test
    void reads_what_has_changed_and_nothing_else() {
        put(document("1", "pool.md", "one"), POOL);
        DatabaseShelf shelf = shelf();
        assertEquals(
                List.of("upload/1", "upload/1#lessons"),
                shelf.passages().stream().map(Passage::id).toList());
        Instant read = shelf.documents().get(0).read();
        assertFalse(changes(shelf));
        put(document("2", "sauna.md", "two"), "# Sauna\n\nThe sauna is warm.");
        assertTrue(changes(shelf));
        assertEquals(3, shelf.passages().size());
        assertEquals(read, shelf.documents().get(0).read());
        table.remove("1");
        assertTrue(changes(shelf));
        assertEquals(1, shelf.passages().size());
        assertEquals("upload", shelf.documents().get(0).origin());
    }

    @Test
    void a_document_is_where_its_admin_says_or_else_where_the_folder_s_would_be() {
        put(document("1", "pool.md", "one").at(Optional.of("https://example.com/pool")), POOL);
        put(document("2", "Sauna & Co.md", "two"), "# Sauna\n\nThe sauna is warm.");
        assertEquals(
                List.of("https://example.com/pool", "https://example.com/pool#lessons", "help/sauna-co"),
                shelf().passages().stream().map(Passage::url).toList());
    }

    @Test
    void a_new_address_is_a_change_though_the_content_is_the_same() {
        put(document("1", "pool.md", "one"), POOL);
        DatabaseShelf shelf = shelf();
        put(document("1", "pool.md", "one").at(Optional.of("/pool")), POOL);
        assertTrue(changes(shelf));
        assertEquals("/pool", shelf.passages().get(0).url());
    }

    @Test
    void a_dead_database_changes_nothing_but_what_is_told() {
        put(document("1", "pool.md", "one"), POOL);
        DatabaseShelf shelf = shelf();
        source.die();
        assertFalse(changes(shelf));
        assertEquals(2, shelf.passages().size());
        assertTrue(shelf.trouble().orElseThrow().startsWith("The database does not answer"));
        source.heal();
        assertFalse(changes(shelf));
        assertEquals(Optional.empty(), shelf.trouble());
    }

    @Test
    void a_database_that_is_dead_at_the_start_is_read_when_it_answers() {
        put(document("1", "pool.md", "one"), POOL);
        source.die();
        DatabaseShelf shelf = shelf();
        assertEquals(List.of(), shelf.passages());
        assertTrue(shelf.trouble().isPresent());
        source.heal();
        assertTrue(changes(shelf));
        assertEquals(2, shelf.passages().size());
        assertEquals(Optional.empty(), shelf.trouble());
    }

    @Test
    void a_document_that_cannot_be_read_costs_only_itself() {
        put(document("1", "pool.md", "one"), POOL);
        put(document("2", "broken.md", "two"), "");
        DatabaseShelf shelf = shelf();
        assertEquals(2, shelf.passages().size());
        assertEquals(Optional.of("is empty"), shelf.documents().get(0).refused());
        assertTrue(shelf.settled());
    }
}
