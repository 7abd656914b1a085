package org.voiceagent.conversation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.map.IMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Preferences;

class UniteConversationTest {

    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    private static TestMember member;
    private static IMap<String, StoredConversation> map;

    @BeforeAll
    static void start() {
        member = TestMember.with(new ConversationMap());
        map = member.hazelcast().getMap(ConversationMap.NAME);
    }

    @AfterAll
    static void stop() {
        member.close();
    }

    @Test
    void brings_a_conversation_the_other_side_has_not_with_the_life_it_had_left() {
        long now = System.currentTimeMillis();
        StoredConversation carried = conversation(now + HOUR, turn("a"));
        String key = UUID.randomUUID().toString();
        assertTrue(map.executeOnKey(key, new UniteConversation(carried, now)));
        assertEquals(carried, map.get(key));
        assertTrue(map.getEntryView(key).getExpirationTime() <= now + HOUR);
    }

    @Test
    void once_brought_changes_nothing_when_brought_again() {
        long now = System.currentTimeMillis();
        String key = UUID.randomUUID().toString();
        StoredConversation there = conversation(now + HOUR, turn("b1"), turn("b2"));
        StoredConversation carried = conversation(now + HOUR / 2, turn("a1"), turn("a2"));
        map.set(key, there, HOUR, TimeUnit.MILLISECONDS);
        assertTrue(map.executeOnKey(key, new UniteConversation(carried, now)));
        StoredConversation united = map.get(key);
        assertEquals(4, united.turns().size());
        assertFalse(map.executeOnKey(key, new UniteConversation(carried, now)));
        assertEquals(united, map.get(key));
    }

    @Test
    void does_not_bring_back_what_was_erased() {
        long now = System.currentTimeMillis();
        String key = UUID.randomUUID().toString();
        map.set(key, StoredConversation.erased(now + HOUR), HOUR, TimeUnit.MILLISECONDS);
        map.executeOnKey(key, new UniteConversation(conversation(now + HOUR, turn("a")), now));
        assertEquals(List.of(), map.get(key).turns());
        assertTrue(map.get(key).erased());
    }

    private static StoredConversation conversation(long expiresAt, StoredTurn... turns) {
        return new StoredConversation(
                new StoredPreferences(Preferences.NONE, 0),
                StoredConsent.NONE,
                turns.length,
                expiresAt,
                false,
                List.of(turns),
                List.of());
    }

    private static StoredTurn turn(String question) {
        return new StoredTurn(
                UUID.randomUUID(),
                1,
                new Fingerprint(1, 2),
                question,
                "",
                10,
                "done",
                StoredRating.NONE,
                List.of(),
                List.of());
    }
}
