package org.voiceagent.conversation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.conversation.store.Memories.TTL;
import static org.voiceagent.conversation.store.Memories.begun;
import static org.voiceagent.conversation.store.Memories.limits;
import static org.voiceagent.conversation.store.Memories.remember;
import static org.voiceagent.conversation.store.Memories.turn;

import com.hazelcast.map.IMap;
import com.hazelcast.nio.serialization.genericrecord.GenericRecord;
import com.hazelcast.nio.serialization.genericrecord.GenericRecordBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.conversation.entity.Consent;
import org.voiceagent.conversation.entity.Consent.Choice;
import org.voiceagent.conversation.entity.Consent.Disclosure;
import org.voiceagent.conversation.entity.Consent.Way;
import org.voiceagent.conversation.entity.Export;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;

class ConsentMemoryTest {

    private static final Instant EARLY = Instant.ofEpochMilli(1_000);
    private static final Instant LATE = Instant.ofEpochMilli(2_000);
    private static final Consent AGREED = agreed(true, EARLY);
    private static final Consent HEARD = new Consent(Optional.empty(), Optional.of(new Disclosure(Way.HEARD, LATE)));

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
    void a_choice_and_a_disclosure_are_kept_beside_each_other_and_beside_the_turns() {
        ConversationMemory memory = memory();
        SessionRef session = begun(memory);
        Turn turn = turn("When?", "At ten.");
        assertTrue(record(memory).add(session, AGREED));
        remember(memory, session, turn);
        assertTrue(record(memory).add(session, HEARD));
        Export export = record(memory).export(session).orElseThrow();
        assertEquals(
                new Consent(AGREED.choice(), HEARD.disclosure()),
                export.conversation().consent());
        assertEquals(List.of(turn), export.conversation().turns());
        assertEquals(turn.id(), export.admissions().get(0).turn());
    }

    @Test
    void the_last_choice_counts_and_covers_its_own_text_only() {
        ConversationMemory memory = memory();
        SessionRef session = begun(memory);
        record(memory).add(session, AGREED);
        assertTrue(consent(memory, session).covers("1"));
        assertFalse(consent(memory, session).covers("2"));
        record(memory).add(session, agreed(false, LATE));
        assertFalse(consent(memory, session).covers("1"));
    }

    @Test
    void does_not_renew_the_session_and_is_erased_with_it() {
        Instant[] now = {Instant.now()};
        ConversationMemory memory = Memories.of(member.member(), limits(TTL, 100, 0), () -> now[0]);
        SessionRef session = begun(memory);
        now[0] = now[0].plus(TTL.dividedBy(2));
        record(memory).add(session, AGREED);
        assertEquals(TTL.dividedBy(2), memory.recall(session).orElseThrow().expiresIn());
        memory.erase(session);
        assertFalse(record(memory).add(session, AGREED));
        assertTrue(record(memory).export(session).isEmpty());
        assertFalse(record(memory).add(SessionRef.of(SessionId.mint()), AGREED));
    }

    @Test
    void after_a_split_the_later_choice_and_the_later_disclosure_stand() {
        StoredConsent here = StoredConsent.of(new Consent(AGREED.choice(), HEARD.disclosure()));
        StoredConsent there = StoredConsent.of(
                new Consent(agreed(false, LATE).choice(), Optional.of(new Disclosure(Way.SHOWN, EARLY))));
        Consent united = StoredConsent.later(here, there).consent();
        assertEquals(agreed(false, LATE).choice(), united.choice());
        assertEquals(HEARD.disclosure(), united.disclosure());
        assertEquals(StoredConsent.later(here, there), StoredConsent.later(there, here));
    }

    @Test
    void a_session_of_an_earlier_version_has_none() {
        ConversationMemory memory = memory();
        SessionRef session = begun(memory);
        IMap<String, Object> map = member.hazelcast().getMap(ConversationMap.NAME);
        GenericRecord preferences = GenericRecordBuilder.compact("preferences")
                .setString("language", "de")
                .setString("voice", null)
                .setNullableFloat64("speed", null)
                .setNullableBoolean("captions", null)
                .setInt64("at", 0)
                .build();
        GenericRecord earlier = GenericRecordBuilder.compact("conversation")
                .setGenericRecord("preferences", preferences)
                .setInt64("sequence", 0)
                .setInt64("expiresAt", System.currentTimeMillis() + TTL.toMillis())
                .setBoolean("erased", false)
                .setArrayOfGenericRecord("turns", new GenericRecord[0])
                .setArrayOfGenericRecord("admissions", new GenericRecord[0])
                .build();
        map.set(session.value(), earlier, TTL.toMillis(), TimeUnit.MILLISECONDS);
        assertEquals(Consent.NONE, consent(memory, session));
        assertTrue(record(memory).add(session, HEARD));
        assertEquals(HEARD, consent(memory, session));
    }

    @Test
    void is_the_same_after_it_was_a_row_and_a_row_of_before_has_none() {
        Jsonb json = JsonbBuilder.create();
        StoredConversation stored =
                StoredConversation.erased(5).with(StoredConsent.of(new Consent(AGREED.choice(), HEARD.disclosure())));
        String row = json.toJson(ConversationDocument.of(stored));
        assertEquals(
                stored.consent(),
                json.fromJson(row, ConversationDocument.class).conversation(5).consent());
        assertEquals(
                StoredConsent.NONE,
                json.fromJson("{}", ConversationDocument.class).conversation(5).consent());
    }

    @Test
    void is_shown_to_an_admin() {
        StoredConsent stored = StoredConsent.of(new Consent(AGREED.choice(), HEARD.disclosure()));
        assertEquals(
                "consent given, recording no, text 1, at 1970-01-01T00:00:01Z, disclosure HEARD at 1970-01-01T00:00:02Z",
                stored.toString());
    }

    private static Consent agreed(boolean conversation, Instant at) {
        return new Consent(Optional.of(new Choice(conversation, false, "1", at)), Optional.empty());
    }

    private static Consent consent(ConversationMemory memory, SessionRef session) {
        return memory.recall(session).orElseThrow().consent();
    }

    private static VisitorRecord record(ConversationMemory memory) {
        ToldTurns none = new ToldTurns(member.member().map("turns"), TTL);
        return new VisitorRecord(memory, member.member().map(ConversationMap.NAME), none, InstantSource.system());
    }

    private static ConversationMemory memory() {
        return Memories.of(member.member(), limits(TTL, 100, 0), InstantSource.system());
    }
}
