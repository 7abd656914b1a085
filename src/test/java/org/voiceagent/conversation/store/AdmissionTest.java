package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.conversation.store.Memories.LEASE;
import static org.voiceagent.conversation.store.Memories.TTL;
import static org.voiceagent.conversation.store.Memories.admit;
import static org.voiceagent.conversation.store.Memories.begun;
import static org.voiceagent.conversation.store.Memories.limits;
import static org.voiceagent.conversation.store.Memories.print;
import static org.voiceagent.conversation.store.Memories.remember;
import static org.voiceagent.conversation.store.Memories.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.Admittance.Admitted;
import org.voiceagent.conversation.entity.Ending;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;

class AdmissionTest {

    private static final Instant START = Instant.now();

    private static TestMember member;

    private final Instant[] now = {START};

    @BeforeAll
    static void startMember() {
        member = TestMember.with(new ConversationMap());
    }

    @AfterAll
    static void stopMember() {
        member.close();
    }

    @Test
    void of_200_turns_at_once_exactly_100_pass() throws Exception {
        ConversationMemory memory = memory(100);
        SessionRef session = begun(memory);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<Admittance>> asking = IntStream.range(0, 200)
                .mapToObj(index -> threads.submit(() -> admit(memory, session, turn("q" + index, ""))))
                .toList();
        List<Admittance> answers = new ArrayList<>();
        for (Future<Admittance> answer : asking) {
            answers.add(answer.get());
        }
        threads.shutdown();
        assertEquals(100, answers.stream().filter(Admitted.class::isInstance).count());
        assertEquals(
                100,
                answers.stream().filter(Admittance.TooSoon.class::isInstance).count());
        assertEquals(
                100,
                answers.stream()
                        .filter(Admitted.class::isInstance)
                        .map(answer -> ((Admitted) answer).number())
                        .distinct()
                        .count());
    }

    @Test
    void tells_exactly_how_long_to_wait() {
        ConversationMemory memory = memory(2);
        SessionRef session = begun(memory);
        remember(memory, session, turn("first", ""));
        now[0] = START.plus(Duration.ofMinutes(5));
        remember(memory, session, turn("second", ""));
        Turn third = turn("third", "");
        Admittance.TooSoon refused = assertInstanceOf(Admittance.TooSoon.class, admit(memory, session, third));
        assertEquals(Duration.ofMinutes(55), refused.remaining());
        now[0] = now[0].plus(refused.remaining());
        assertInstanceOf(Admitted.class, admit(memory, session, third));
    }

    @Test
    void answers_with_the_history_before_the_turn() {
        ConversationMemory memory = memory(0);
        SessionRef session = begun(memory);
        List<Turn> all = IntStream.range(0, 12)
                .mapToObj(index -> turn("q" + index, "a" + index))
                .toList();
        all.forEach(turn -> remember(memory, session, turn));
        Admitted admitted = assertInstanceOf(Admitted.class, admit(memory, session, turn("next", "")));
        assertEquals(13, admitted.number());
        assertEquals(all.subList(2, 12), admitted.window());
    }

    @Test
    void the_same_turn_again_gets_what_came_of_it() {
        ConversationMemory memory = memory(1);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        remember(memory, session, turn);
        assertEquals(new Admittance.Over(turn), admit(memory, session, turn));
    }

    @Test
    void the_same_id_with_another_question_is_refused_whether_it_runs_or_is_over() {
        ConversationMemory memory = memory(0);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        Fingerprint other = Fingerprint.of(List.of("Where?"));
        admit(memory, session, turn);
        assertInstanceOf(Admittance.OtherQuestion.class, memory.admit(session, turn.id(), other));
        memory.remember(session, turn, 1, print(turn));
        assertInstanceOf(Admittance.OtherQuestion.class, memory.admit(session, turn.id(), other));
    }

    @Test
    void the_same_turn_sent_while_it_runs_waits_for_what_comes_of_it() {
        ConversationMemory memory = memory(0);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        admit(memory, session, turn);
        CompletableFuture<Admittance> second = CompletableFuture.supplyAsync(() -> admit(memory, session, turn));
        memory.remember(session, turn, 1, print(turn));
        await().atMost(Duration.ofSeconds(10)).until(second::isDone);
        assertEquals(new Admittance.Over(turn), second.join());
    }

    @Test
    void when_the_first_call_fails_one_that_waits_takes_its_place_and_number_and_is_not_counted_again() {
        ConversationMemory memory = memory(1);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        admit(memory, session, turn);
        CompletableFuture<Admittance> second = CompletableFuture.supplyAsync(() -> admit(memory, session, turn));
        memory.end(session, turn.id(), Ending.FAILED);
        await().atMost(Duration.ofSeconds(10)).until(second::isDone);
        assertEquals(1, assertInstanceOf(Admitted.class, second.join()).number());
    }

    @Test
    void a_turn_whose_member_died_can_be_taken_over_at_once() {
        ConversationMemory memory = memory(0);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        StoredAdmission dead = new StoredAdmission(
                turn.id().value(),
                0,
                START.toEpochMilli(),
                print(turn),
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                START.plus(LEASE).toEpochMilli());
        member.member()
                .<StoredConversation>map(ConversationMap.NAME)
                .execute(session.value(), new AdmitTurn(dead, "", 0, 10));
        assertEquals(
                1,
                assertInstanceOf(Admitted.class, admit(memory, session, turn)).number());
    }

    @Test
    void a_call_that_the_cluster_repeats_because_a_member_died_is_not_taken_for_another() {
        ConversationMemory memory = memory(1);
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At nine.");
        StoredAdmission call = call(turn);
        for (int time = 0; time < 2; time++) {
            StoredAdmittance answer = member.member()
                    .<StoredConversation>map(ConversationMap.NAME)
                    .execute(session.value(), new AdmitTurn(call, "", 1, 10));
            assertEquals(
                    1, assertInstanceOf(Admitted.class, answer.admittance()).number());
        }
    }

    @Test
    void what_is_ended_late_is_the_call_that_failed_and_no_other_of_the_same_turn() {
        ConversationMemory memory = memory(1);
        SessionRef session = begun(memory);
        StoredAdmission call = call(turn("When?", "At nine."));
        SharedMap<StoredConversation> map = member.member().map(ConversationMap.NAME);
        map.execute(session.value(), new AdmitTurn(call, "", 1, 10));
        map.execute(session.value(), failed(call, UUID.randomUUID().toString()));
        assertTrue(runs(map, session, call));
        map.execute(session.value(), failed(call, call.call().toString()));
        assertFalse(runs(map, session, call));
    }

    private static StoredAdmission call(Turn turn) {
        return new StoredAdmission(
                turn.id().value(),
                0,
                START.toEpochMilli(),
                print(turn),
                UUID.randomUUID(),
                member.member().id(),
                START.plus(LEASE).toEpochMilli());
    }

    private static EndTurn failed(StoredAdmission call, String whose) {
        return new EndTurn(call.turn(), whose, Ending.FAILED, START.toEpochMilli(), LEASE.toMillis());
    }

    private static boolean runs(SharedMap<StoredConversation> map, SessionRef session, StoredAdmission call) {
        return map.get(session.value())
                .orElseThrow()
                .admission(call.turn())
                .orElseThrow()
                .runs(START.toEpochMilli(), "");
    }

    @Test
    void a_turn_that_was_none_leaves_no_hole() {
        ConversationMemory memory = memory(1);
        SessionRef session = begun(memory);
        Turn silence = turn("", "");
        admit(memory, session, silence);
        memory.end(session, silence.id(), Ending.NONE);
        assertEquals(1, remember(memory, session, turn("When?", "At nine.")));
    }

    @Test
    void an_answer_whose_words_the_visitor_keeps_renews_the_session_and_leaves_no_words() {
        ConversationMemory memory = memory(0);
        SessionRef session = begun(memory);
        now[0] = START.plus(TTL.dividedBy(2));
        Turn turn = turn("When?", "At nine.");
        admit(memory, session, turn);
        memory.end(session, turn.id(), Ending.UNSTORED);
        assertEquals(TTL, memory.recall(session).orElseThrow().expiresIn());
        assertTrue(memory.recall(session).orElseThrow().turns().isEmpty());
    }

    @Test
    void a_session_does_not_end_under_a_running_turn() {
        ConversationMemory memory = memory(0);
        SessionRef session = begun(memory);
        now[0] = START.plus(TTL).minusSeconds(1);
        Turn turn = turn("When?", "At nine.");
        admit(memory, session, turn);
        assertEquals(LEASE, memory.recall(session).orElseThrow().expiresIn());
    }

    @Test
    void nobody_is_admitted_to_a_session_that_does_not_exist() {
        assertInstanceOf(
                Admittance.NoSession.class, admit(memory(0), SessionRef.of(SessionId.mint()), turn("When?", "")));
    }

    @Test
    void turns_stand_in_the_order_they_were_admitted_in_whichever_ends_first() {
        ConversationMemory memory = memory(0);
        SessionRef session = begun(memory);
        Turn first = turn("first", "");
        Turn second = turn("second", "");
        admit(memory, session, first);
        admit(memory, session, second);
        memory.remember(session, second, 2, print(second));
        memory.remember(session, first, 1, print(first));
        assertEquals(
                List.of(first, second), memory.recall(session).orElseThrow().turns());
    }

    private ConversationMemory memory(int turnsPerHour) {
        return Memories.of(member.member(), limits(TTL, 100, turnsPerHour), () -> now[0]);
    }
}
