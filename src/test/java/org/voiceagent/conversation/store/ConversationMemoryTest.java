package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.conversation.store.Memories.TTL;
import static org.voiceagent.conversation.store.Memories.begun;
import static org.voiceagent.conversation.store.Memories.limits;
import static org.voiceagent.conversation.store.Memories.print;
import static org.voiceagent.conversation.store.Memories.remember;
import static org.voiceagent.conversation.store.Memories.turn;

import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;

class ConversationMemoryTest {

    private static TestMember member;

    @BeforeAll
    static void startMember() {
        member = TestMember.with(new ConversationMap());
    }

    @AfterAll
    static void stopMember() {
        member.close();
    }

    @Test
    void remembers_turns_in_order_with_all_they_hold() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        Turn first = turn("When?", "At nine.");
        Turn second = turn("And on Saturday?", "At ten.");
        assertEquals(1, remember(memory, session, first));
        assertEquals(2, remember(memory, session, second));
        assertEquals(
                List.of(first, second), memory.recall(session).orElseThrow().turns());
    }

    @Test
    void knows_no_session_it_did_not_begin() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef stranger = SessionRef.of(SessionId.mint());
        Turn turn = turn("When?", "At nine.");
        assertTrue(memory.recall(stranger).isEmpty());
        assertFalse(memory.remember(stranger, turn, 1, print(turn)));
        assertTrue(memory.recall(stranger).isEmpty(), "remembering must not create a session");
        assertEquals(0, memory.erase(stranger).conversations());
    }

    @Test
    void remembers_a_turn_once_however_often_it_comes() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        long number = remember(memory, session, turn);
        assertTrue(memory.remember(session, turn, number, print(turn)));
        assertEquals(List.of(turn), memory.recall(session).orElseThrow().turns());
    }

    @Test
    void loses_none_of_1600_turns_of_eight_writers_and_keeps_the_order_of_each() throws Exception {
        int writers = 8;
        int each = 200;
        ConversationMemory memory = memory(TTL, writers * each);
        SessionRef session = begun(memory);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<List<Long>>> writing = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String name = "writer " + writer;
            writing.add(threads.submit(() -> IntStream.range(0, each)
                    .mapToObj(index -> remember(memory, session, turn(name, Integer.toString(index))))
                    .toList()));
        }
        List<Long> numbers = new ArrayList<>();
        for (Future<List<Long>> done : writing) {
            numbers.addAll(done.get());
        }
        threads.shutdown();
        assertEquals(writers * each, numbers.stream().distinct().count());
        List<Turn> turns = memory.recall(session).orElseThrow().turns();
        assertEquals(writers * each, turns.size());
        for (int writer = 0; writer < writers; writer++) {
            String name = "writer " + writer;
            assertEquals(
                    IntStream.range(0, each).mapToObj(Integer::toString).toList(),
                    turns.stream()
                            .filter(turn -> turn.question().equals(name))
                            .map(Turn::response)
                            .toList());
        }
    }

    @Test
    void lets_the_oldest_turns_go_and_counts_on() {
        ConversationMemory memory = memory(TTL, 2);
        SessionRef session = begun(memory);
        List.of("1", "2", "3").forEach(text -> remember(memory, session, turn(text, text)));
        assertEquals(4, remember(memory, session, turn("4", "4")));
        assertEquals(
                List.of("3", "4"),
                memory.recall(session).orElseThrow().turns().stream()
                        .map(Turn::question)
                        .toList());
    }

    @Test
    void only_talking_renews_a_session() {
        Instant start = Instant.now();
        Instant[] now = {start};
        ConversationMemory memory = Memories.of(member.member(), limits(TTL, 100, 0), () -> now[0]);
        SessionRef session = begun(memory);
        now[0] = start.plus(TTL.dividedBy(2));
        memory.recall(session);
        memory.change(session, Preferences.NONE);
        assertEquals(TTL.dividedBy(2), memory.recall(session).orElseThrow().expiresIn());
        remember(memory, session, turn("When?", "At nine."));
        assertEquals(TTL, memory.recall(session).orElseThrow().expiresIn());
    }

    @Test
    void gives_every_entry_the_configured_life_whatever_wrote_it() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        assertEntryLives(session, TTL);
        remember(memory, session, turn("When?", "At nine."));
        assertEntryLives(session, TTL);
        memory.change(session, Preferences.NONE);
        assertEntryLives(session, TTL);
        memory.erase(session);
        assertEntryLives(session, TTL);
    }

    @Test
    void forgets_a_session_when_its_time_is_over() {
        ConversationMemory memory = memory(Duration.ofSeconds(1), 100);
        SessionRef session = begun(memory);
        remember(memory, session, turn("When?", "At nine."));
        IMap<String, StoredConversation> map = member.hazelcast().getMap(ConversationMap.NAME);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> memory.recall(session).isEmpty());
        await().atMost(Duration.ofSeconds(60)).until(() -> !map.localKeySet().contains(session.value()));
    }

    @Test
    void keeps_preferences_beside_the_turns() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        remember(memory, session, turn("When?", "At nine."));
        Preferences chosen = new Preferences(Optional.of("en"), Optional.empty(), Optional.of(1.5), Optional.of(false));
        assertTrue(memory.change(session, chosen));
        Conversation conversation = memory.recall(session).orElseThrow();
        assertEquals(chosen, conversation.preferences());
        assertEquals(1, conversation.turns().size());
    }

    @Test
    void erases_all_of_a_session_once_and_a_late_turn_does_not_bring_it_back() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        remember(memory, session, turn("When?", "At nine."));
        Turn late = turn("Where?", "Linden Street.");
        Memories.admit(memory, session, late);
        assertEquals(1, memory.erase(session).conversations());
        assertTrue(memory.recall(session).isEmpty());
        assertFalse(memory.remember(session, late, 2, print(late)));
        assertFalse(memory.change(session, Preferences.NONE));
        assertTrue(memory.recall(session).isEmpty());
        assertEquals(0, memory.erase(session).conversations());
    }

    private static void assertEntryLives(SessionRef session, Duration ttl) {
        IMap<String, StoredConversation> map = member.hazelcast().getMap(ConversationMap.NAME);
        long left = map.getEntryView(session.value()).getExpirationTime() - System.currentTimeMillis();
        long tolerance = Duration.ofSeconds(30).toMillis();
        assertTrue(Math.abs(left - ttl.toMillis()) < tolerance, "lives " + left + " ms");
    }

    private static ConversationMemory memory(Duration ttl, int mostTurns) {
        return Memories.of(member.member(), limits(ttl, mostTurns, 0), InstantSource.system());
    }
}
