package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

class ConversationMemoryTest {

    private static final Duration TTL = Duration.ofMinutes(10);

    private static HazelcastInstance member;

    @BeforeAll
    static void startMember() {
        Config config =
                new Config().setClusterName("memory-test-" + SessionId.mint().value());
        config.setProperty("hazelcast.phone.home.enabled", "false").setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        new ConversationMap().contribute(config);
        member = Hazelcast.newHazelcastInstance(config);
    }

    @AfterAll
    static void stopMember() {
        member.shutdown();
    }

    @Test
    void remembers_turns_in_order_with_all_they_hold() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        Turn first = turn("When?", "At nine.");
        Turn second = turn("And on Saturday?", "At ten.");
        assertEquals(1, memory.append(session, first).getAsLong());
        assertEquals(2, memory.append(session, second).getAsLong());
        assertEquals(
                List.of(first, second), memory.recall(session).orElseThrow().turns());
    }

    @Test
    void knows_no_session_it_did_not_begin() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef stranger = SessionRef.of(SessionId.mint());
        assertTrue(memory.recall(stranger).isEmpty());
        assertTrue(memory.append(stranger, turn("When?", "At nine.")).isEmpty());
        assertTrue(memory.recall(stranger).isEmpty(), "appending must not create a session");
        assertEquals(0, memory.erase(stranger));
    }

    @Test
    void appends_a_turn_once_however_often_it_comes() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        memory.append(session, turn);
        assertEquals(1, memory.append(session, turn).getAsLong());
        assertEquals(List.of(turn), memory.recall(session).orElseThrow().turns());
    }

    @Test
    void loses_none_of_the_turns_that_come_at_once() throws Exception {
        ConversationMemory memory = memory(TTL, 1000);
        SessionRef session = begun(memory);
        int writers = 8;
        int each = 50;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<List<Long>>> writing = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String name = "writer " + writer;
            writing.add(threads.submit(() -> IntStream.range(0, each)
                    .mapToObj(index -> memory.append(session, turn(name, Integer.toString(index)))
                            .getAsLong())
                    .toList()));
        }
        Set<Long> numbers = new HashSet<>();
        for (Future<List<Long>> done : writing) {
            numbers.addAll(done.get());
        }
        threads.shutdown();
        assertEquals(LongStream.rangeClosed(1, writers * each).boxed().collect(Collectors.toSet()), numbers);
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
        List.of("1", "2", "3").forEach(text -> memory.append(session, turn(text, text)));
        assertEquals(4, memory.append(session, turn("4", "4")).getAsLong());
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
        ConversationMemory memory = memory(TTL, 100, () -> now[0]);
        SessionRef session = begun(memory);
        now[0] = start.plus(TTL.dividedBy(2));
        memory.recall(session);
        memory.change(session, Preferences.NONE);
        assertEquals(TTL.dividedBy(2), memory.recall(session).orElseThrow().expiresIn());
        memory.append(session, turn("When?", "At nine."));
        assertEquals(TTL, memory.recall(session).orElseThrow().expiresIn());
    }

    @Test
    void gives_every_entry_the_configured_life_whatever_wrote_it() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        assertEntryLives(session, TTL);
        memory.append(session, turn("When?", "At nine."));
        assertEntryLives(session, TTL);
        memory.change(session, Preferences.NONE);
        assertEntryLives(session, TTL);
    }

    @Test
    void forgets_a_session_when_its_time_is_over() {
        ConversationMemory memory = memory(Duration.ofSeconds(1), 100);
        SessionRef session = begun(memory);
        memory.append(session, turn("When?", "At nine."));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> memory.recall(session).isEmpty());
    }

    @Test
    void keeps_preferences_beside_the_turns() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        memory.append(session, turn("When?", "At nine."));
        Preferences chosen = new Preferences(Optional.of("en"), Optional.empty(), Optional.of(1.5), Optional.of(false));
        assertTrue(memory.change(session, chosen));
        Conversation conversation = memory.recall(session).orElseThrow();
        assertEquals(chosen, conversation.preferences());
        assertEquals(1, conversation.turns().size());
    }

    @Test
    void erases_all_of_a_session_once() {
        ConversationMemory memory = memory(TTL, 100);
        SessionRef session = begun(memory);
        memory.append(session, turn("When?", "At nine."));
        assertEquals(1, memory.erase(session));
        assertTrue(memory.recall(session).isEmpty());
        assertEquals(0, memory.erase(session));
    }

    private static void assertEntryLives(SessionRef session, Duration ttl) {
        IMap<String, StoredConversation> map = member.getMap(ConversationMap.NAME);
        long left = map.getEntryView(session.value()).getExpirationTime() - System.currentTimeMillis();
        long tolerance = Duration.ofSeconds(30).toMillis();
        assertTrue(Math.abs(left - ttl.toMillis()) < tolerance, "lives " + left + " ms");
    }

    private static SessionRef begun(ConversationMemory memory) {
        SessionRef session = SessionRef.of(SessionId.mint());
        memory.begin(session, Preferences.NONE);
        return session;
    }

    private static Turn turn(String question, String response) {
        return new Turn(
                TurnId.mint(),
                question,
                response,
                Instant.ofEpochMilli(1_700_000_000_000L),
                Outcome.DONE,
                List.of(new Source("Opening hours", "help/opening-hours#saturday")));
    }

    private static ConversationMemory memory(Duration ttl, int mostTurns) {
        return memory(ttl, mostTurns, InstantSource.system());
    }

    private static ConversationMemory memory(Duration ttl, int mostTurns, InstantSource clock) {
        return new ConversationMemory(
                member.getMap(ConversationMap.NAME),
                new ConversationLimits(ttl, mostTurns, 10, 1500, 4, 2000, 40),
                clock);
    }
}
