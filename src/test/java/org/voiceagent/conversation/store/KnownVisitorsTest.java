package org.voiceagent.conversation.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.conversation.store.Memories.TTL;
import static org.voiceagent.conversation.store.Memories.limits;

import com.hazelcast.core.EntryView;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.VisitorRef;

class KnownVisitorsTest {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Preferences SLOW = speed(0.75);
    private static final Preferences FAST = speed(1.5);

    private static TestMember member;

    @BeforeAll
    static void startMember() {
        member = TestMember.with(new ConversationMap(), new KnownVisitorsMap());
    }

    @AfterAll
    static void stopMember() {
        member.close();
    }

    @Test
    void the_last_choice_stands_until_it_is_forgotten() {
        VisitorRef visitor = visitor('a');
        assertTrue(visitors(YEAR).find(visitor).isEmpty());
        visitors(YEAR).keep(visitor, SLOW);
        visitors(YEAR).keep(visitor, FAST);
        assertEquals(Optional.of(FAST), visitors(YEAR).find(visitor));
        assertTrue(visitors(YEAR).find(visitor('b')).isEmpty(), "of nobody else");
        assertTrue(visitors(YEAR).forget(visitor));
        assertFalse(visitors(YEAR).forget(visitor), "once");
        assertTrue(visitors(YEAR).find(visitor).isEmpty());
    }

    @Test
    void lives_on_while_the_visitor_comes_back_and_is_gone_without() {
        VisitorRef visitor = visitor('c');
        visitors(Duration.ofSeconds(2)).keep(visitor, SLOW);
        visitors(YEAR).renew(visitor);
        EntryView<String, Object> entry =
                member.hazelcast().<String, Object>getMap(KnownVisitorsMap.NAME).getEntryView(visitor.value());
        assertEquals(YEAR.toMillis(), entry.getTtl());
        VisitorRef gone = visitor('d');
        visitors(Duration.ofSeconds(1)).keep(gone, SLOW);
        await().until(() -> visitors(YEAR).find(gone).isEmpty());
        visitors(YEAR).renew(gone);
        assertTrue(visitors(YEAR).find(gone).isEmpty(), "what is gone is not brought back");
    }

    @Test
    void a_session_remembers_whose_it_is_through_choices_and_turns_and_no_longer() {
        ConversationMemory memory = Memories.of(member.member(), limits(TTL, 100, 0));
        SessionRef session = SessionRef.of(SessionId.mint());
        memory.begin(session, SLOW, Optional.of(visitor('e')));
        Memories.remember(memory, session, Memories.turn("When?", "At ten."));
        memory.change(session, FAST);
        assertEquals(Optional.of(visitor('e')), memory.visitor(session));
        assertEquals(FAST, memory.recall(session).orElseThrow().preferences());
        memory.erase(session);
        assertTrue(memory.visitor(session).isEmpty());
        assertTrue(memory.visitor(Memories.begun(memory)).isEmpty(), "a session of nobody the site has told of");
    }

    @Test
    void a_session_knows_it_after_it_was_a_row_and_a_row_of_before_has_none() {
        Jsonb json = JsonbBuilder.create();
        StoredConversation stored = StoredConversation.empty(
                new StoredPreferences(SLOW, 3, visitor('f').value()), 5);
        String row = json.toJson(ConversationDocument.of(stored));
        assertEquals(stored, json.fromJson(row, ConversationDocument.class).conversation(5));
        String before = row.replaceAll(",\"visitor\":\"f+\"", "");
        assertFalse(before.contains("visitor"), before);
        assertEquals(
                new StoredPreferences(SLOW, 3),
                json.fromJson(before, ConversationDocument.class)
                        .conversation(5)
                        .preferences());
    }

    @Test
    void what_is_said_now_stands_before_what_was_chosen_before() {
        Preferences said = new Preferences(Optional.of("de"), Optional.empty(), Optional.of(1.25), Optional.empty());
        Preferences before =
                new Preferences(Optional.of("en"), Optional.of("alloy"), Optional.of(0.75), Optional.of(false));
        assertEquals(
                new Preferences(Optional.of("de"), Optional.of("alloy"), Optional.of(1.25), Optional.of(false)),
                said.orElse(before));
    }

    private static Preferences speed(double speed) {
        return new Preferences(Optional.empty(), Optional.empty(), Optional.of(speed), Optional.empty());
    }

    private static VisitorRef visitor(char digit) {
        return new VisitorRef(String.valueOf(digit).repeat(2 * VisitorRef.BYTES));
    }

    private static KnownVisitors visitors(Duration ttl) {
        return new KnownVisitors(member.member().map(KnownVisitorsMap.NAME), ttl, InstantSource.system());
    }
}
