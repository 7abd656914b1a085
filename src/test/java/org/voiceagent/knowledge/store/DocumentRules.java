package org.voiceagent.knowledge.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/** What the documents' tables promise, on any database. */
abstract class DocumentRules {

    private static final Instant NOW = Instant.parse("2030-05-06T10:20:00.123Z");
    private static final int MEGABYTES = 10 << 20;

    private DocumentTable table;

    /** An empty database. */
    abstract DataSource source();

    @BeforeEach
    void open() {
        Database database = TestDatabases.of(source(), TestDatabases.PATIENCE.multipliedBy(10));
        database.reach();
        table = new DocumentTable(database);
    }

    private static KeptDocument document(String id, DocumentKind kind, String name, int bytes) {
        return new KeptDocument(
                id,
                kind,
                name,
                "text/markdown",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                bytes,
                "ab12",
                NOW,
                "admin",
                Fetched.NEVER);
    }

    @Test
    void keeps_what_it_was_given_and_each_change_makes_another_version() {
        byte[] content = new byte[MEGABYTES];
        new Random(7).nextBytes(content);
        long empty = table.version();
        KeptDocument document = document("1", DocumentKind.UPLOAD, "pool.md", content.length)
                .titled(Optional.of("Pool"))
                .at(Optional.of("https://example.com/pool"))
                .in(Optional.of("en"));
        table.put(document, content);
        assertEquals(List.of(document), table.all());
        assertEquals(Optional.of(document), table.find("1"));
        assertArrayEquals(content, table.content("1").orElseThrow());
        long one = table.version();
        assertTrue(one > empty);
        table.put(document.titled(Optional.empty()), new byte[] {1});
        assertEquals(List.of(document.titled(Optional.empty())), table.all());
        assertArrayEquals(new byte[] {1}, table.content("1").orElseThrow());
        long two = table.version();
        assertTrue(two > one);
        assertTrue(table.remove("1"));
        assertFalse(table.remove("1"));
        assertEquals(List.of(), table.all());
        assertEquals(Optional.empty(), table.find("1"));
        assertEquals(Optional.empty(), table.content("1"));
        assertTrue(table.version() > two);
    }

    @Test
    void what_came_of_fetching_is_noted_without_another_version() {
        KeptDocument page = document("1", DocumentKind.PAGE, "https://example.com/", 1);
        table.put(page, new byte[] {1});
        long version = table.version();
        Fetched fetched = new Fetched(
                Optional.of("\"x\""),
                Optional.of("Mon, 06 May 2030 10:20:00 GMT"),
                Optional.of(NOW),
                Optional.of("The server answered with 500."));
        table.note("1", fetched);
        assertEquals(List.of(page.fetched(fetched)), table.all());
        assertEquals(version, table.version());
        assertArrayEquals(new byte[] {1}, table.content("1").orElseThrow());
    }

    @Test
    void tells_all_by_kind_and_name() {
        for (KeptDocument document : List.of(
                document("1", DocumentKind.UPLOAD, "b.md", 1),
                document("2", DocumentKind.ANSWER, "c", 1),
                document("3", DocumentKind.UPLOAD, "a.md", 1))) {
            table.put(document, new byte[] {1});
        }
        assertEquals(
                List.of("2", "3", "1"),
                table.all().stream().map(KeptDocument::id).toList());
    }

    @Test
    void takes_any_characters_and_any_length() {
        String strange = "\ud83d\ude00 ü ' \\ \0 \ud83d" + "x".repeat(3_000);
        table.put(
                document("1", DocumentKind.ANSWER, strange, 1)
                        .titled(Optional.of(strange))
                        .fetched(new Fetched(
                                Optional.of(strange), Optional.of(strange), Optional.of(NOW), Optional.of(strange))),
                new byte[] {1});
        assertTrue(table.all().get(0).name().startsWith("\ud83d\ude00 ü ' \\  ?x"));
    }
}
