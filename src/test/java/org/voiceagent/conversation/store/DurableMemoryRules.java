package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.conversation.store.Memories.TTL;
import static org.voiceagent.conversation.store.Memories.begun;
import static org.voiceagent.conversation.store.Memories.remember;
import static org.voiceagent.conversation.store.Memories.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;

/** What a durable memory promises, on any database. */
abstract class DurableMemoryRules {

    private static final Duration WRITTEN = Duration.ofSeconds(15);

    /** An empty database. */
    abstract DataSource source();

    @Test
    void brings_back_all_of_a_session_after_the_whole_cluster_was_stopped() {
        DataSource source = source();
        Turn first = turn("When?", "At nine.");
        Turn second = turn("And on \"Saturday\" \u00fc\ud83d\ude00\u0000?", "At ten.\nNo later.");
        Preferences chosen = new Preferences(Optional.of("en"), Optional.empty(), Optional.of(1.5), Optional.of(false));
        SessionRef session;
        try (DurableServer server = DurableServer.on(source)) {
            ConversationMemory memory = server.memory(TTL);
            session = begun(memory);
            remember(memory, session, first);
            remember(memory, session, second);
            assertTrue(memory.change(session, chosen));
            assertTrue(memory.rate(session, second.id(), Optional.of(Rating.DOWN)));
        }
        try (DurableServer server = DurableServer.on(source)) {
            ConversationMemory memory = server.memory(TTL);
            Conversation back = memory.recall(session).orElseThrow();
            assertEquals(
                    List.of(first.response(), second.response()),
                    back.turns().stream().map(Turn::response).toList());
            assertEquals(
                    List.of(Optional.empty(), Optional.of(Rating.DOWN)),
                    back.turns().stream().map(Turn::rating).toList());
            assertEquals(chosen, back.preferences());
            assertInstanceOf(Admittance.Over.class, Memories.admit(memory, session, first), "the same turn again");
            assertEquals(3, remember(memory, session, turn("And on Sunday?", "Closed.")));
        }
    }

    @Test
    void a_session_comes_back_with_what_was_left_of_its_life_and_no_more() {
        DataSource source = source();
        SessionRef session;
        long end;
        try (DurableServer server = DurableServer.on(source)) {
            session = begun(server.memory(TTL));
            end = server.map().getEntryView(session.value()).getExpirationTime();
        }
        try (DurableServer server = DurableServer.on(source)) {
            assertTrue(server.memory(TTL).recall(session).isPresent());
            long back = server.map().getEntryView(session.value()).getExpirationTime();
            assertTrue(Math.abs(back - end) < 2_000, "ends " + (back - end) + " ms later");
        }
    }

    @Test
    void an_expired_session_does_not_come_back_and_its_row_is_purged() {
        DataSource source = source();
        Duration life = Duration.ofSeconds(2);
        Instant over;
        SessionRef session;
        try (DurableServer server = DurableServer.on(source)) {
            session = begun(server.memory(life));
            over = Instant.now().plus(life);
            await().atMost(WRITTEN).until(() -> server.row(session.value()).isPresent());
        }
        await().atMost(WRITTEN).until(() -> Instant.now().isAfter(over));
        try (DurableServer server = DurableServer.on(source)) {
            assertTrue(server.memory(TTL).recall(session).isEmpty());
            assertEquals(0, server.map().size());
            server.store().purge();
            assertTrue(server.row(session.value()).isEmpty());
        }
    }

    @Test
    void after_an_erasure_there_is_no_row_whatever_still_waited_to_be_written() {
        DataSource source = source();
        SessionRef session;
        try (DurableServer server = DurableServer.on(source)) {
            ConversationMemory memory = server.memory(TTL);
            session = begun(memory);
            SessionRef later = begun(memory);
            await().atMost(WRITTEN).until(() -> server.row(session.value()).isPresent());
            // its write waits in the queue while it is erased
            remember(memory, session, turn("When?", "At nine."));
            assertEquals(1, memory.erase(session).conversations());
            assertTrue(server.row(session.value()).isEmpty(), "at once");
            remember(memory, later, turn("When?", "At nine."));
            await().atMost(WRITTEN)
                    .until(() -> server.row(later.value()).orElse("").contains("At nine."));
            assertTrue(server.row(session.value()).isEmpty(), "after the queue was written");
        }
        assertTrue(DurableServer.row(source, session.value()).isEmpty(), "after the stop, which writes the queue");
        try (DurableServer server = DurableServer.on(source)) {
            assertTrue(server.memory(TTL).recall(session).isEmpty());
        }
    }

    @Test
    void a_session_removed_from_the_map_is_removed_from_the_database() {
        try (DurableServer server = DurableServer.on(source())) {
            SessionRef session = begun(server.memory(TTL));
            await().atMost(WRITTEN).until(() -> server.row(session.value()).isPresent());
            server.map().delete(session.value());
            await().atMost(WRITTEN).until(() -> server.row(session.value()).isEmpty());
        }
    }

    @Test
    void reads_rows_of_an_older_and_of_a_newer_version() {
        DataSource source = source();
        try (DurableServer server = DurableServer.on(source)) {
            assertEquals(0, server.map().size());
        }
        String insert = "insert into voice_agent_conversation (ref, document, expires_at) values (?, ?, ?)";
        long end = Instant.now().plus(TTL).toEpochMilli();
        SessionRef older = SessionRef.of(SessionId.mint());
        SessionRef newer = SessionRef.of(SessionId.mint());
        SessionRef spoilt = SessionRef.of(SessionId.mint());
        DurableServer.write(source, insert, older.value(), "{\"sequence\":7}", end);
        String later = """
                {"mood":"curious","preferences":{"language":"de","at":5,"font":"large"},"sequence":1,"turns":[
                {"id":"0f8fad5b-d9cb-469f-a165-70867728950e","number":1,"print":{"high":1,"low":2,"middle":3},
                "question":"When?","response":"At nine.","at":1700000000000,"outcome":"done","stars":5}]}""";
        DurableServer.write(source, insert, newer.value(), later, end);
        DurableServer.write(source, insert, spoilt.value(), "{\"turns\":[{}]}", end);
        try (DurableServer server = DurableServer.on(source)) {
            ConversationMemory memory = server.memory(TTL);
            assertEquals(Preferences.NONE, memory.recall(older).orElseThrow().preferences());
            assertEquals(8, remember(memory, older, turn("When?", "At nine.")));
            Conversation back = memory.recall(newer).orElseThrow();
            assertEquals(Optional.of("de"), back.preferences().language());
            assertEquals("At nine.", back.turns().get(0).response());
            assertTrue(memory.recall(spoilt).isEmpty());
        }
    }
}
