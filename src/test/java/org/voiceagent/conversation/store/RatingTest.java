package org.voiceagent.conversation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.conversation.store.Memories.TTL;
import static org.voiceagent.conversation.store.Memories.begun;
import static org.voiceagent.conversation.store.Memories.limits;
import static org.voiceagent.conversation.store.Memories.remember;
import static org.voiceagent.conversation.store.Memories.turn;

import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.spi.impl.SerializationServiceSupport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

class RatingTest {

    private static TestMember member;
    private static ConversationMemory memory;

    private final Turn first = turn("When?", "At nine.");
    private final Turn second = turn("And on Saturday?", "At ten. Until four.");
    private final SessionRef session = begun(memory);

    @BeforeAll
    static void start() {
        member = TestMember.with(new ConversationMap());
        memory = Memories.of(member.member(), limits(TTL, 10, 0));
    }

    @AfterAll
    static void stop() {
        memory.close();
        member.close();
    }

    @Test
    void the_last_word_about_a_turn_counts_and_none_takes_it_back() {
        remembered();
        assertTrue(memory.rate(session, second.id(), Optional.of(Rating.UP)));
        assertEquals(List.of(Optional.empty(), Optional.of(Rating.UP)), ratings());
        assertTrue(memory.rate(session, second.id(), Optional.of(Rating.DOWN)));
        assertEquals(List.of(Optional.empty(), Optional.of(Rating.DOWN)), ratings());
        assertTrue(memory.rate(session, second.id(), Optional.empty()));
        assertEquals(List.of(Optional.empty(), Optional.empty()), ratings());
    }

    @Test
    void does_not_lengthen_the_life_of_the_session_nor_shorten_it() {
        remembered();
        long end = end();
        assertTrue(memory.rate(session, first.id(), Optional.of(Rating.UP)));
        assertTrue(Math.abs(end() - end) < 2_000, "ends " + (end() - end) + " ms later");
    }

    @Test
    void reaches_another_member_as_it_was_given() {
        SerializationService service = ((SerializationServiceSupport) member.hazelcast()).getSerializationService();
        RateTurn rate = new RateTurn(first.id().value(), StoredRating.of(Optional.of(Rating.UP), 7));
        RateTurn taken = new RateTurn(first.id().value(), StoredRating.of(Optional.empty(), 8));
        StoredTurn rated = StoredTurn.of(first, 1, Memories.print(first)).rated(rate.rating());
        for (Object sent : List.of(rate, taken, rated)) {
            assertEquals(sent, service.<Object>toObject(service.toData(sent)));
        }
    }

    private long end() {
        return member.hazelcast()
                .getMap(ConversationMap.NAME)
                .getEntryView(session.value())
                .getExpirationTime();
    }

    @Test
    void stays_when_the_turn_is_cut_to_what_was_heard_of_it() {
        remembered();
        assertTrue(memory.rate(session, second.id(), Optional.of(Rating.DOWN)));
        assertTrue(memory.cut(session, second.id(), "At ten."));
        Turn cut = memory.recall(session).orElseThrow().turns().get(1);
        assertEquals(Outcome.INTERRUPTED, cut.outcome());
        assertEquals(Optional.of(Rating.DOWN), cut.rating());
    }

    @Test
    void needs_a_turn_that_is_remembered_in_this_session() {
        remembered();
        assertFalse(memory.rate(session, TurnId.mint(), Optional.of(Rating.UP)));
        assertFalse(memory.rate(begun(memory), first.id(), Optional.of(Rating.UP)));
        assertFalse(memory.rate(SessionRef.of(SessionId.mint()), first.id(), Optional.of(Rating.UP)));
        memory.erase(session);
        assertFalse(memory.rate(session, first.id(), Optional.of(Rating.UP)), "erased");
    }

    private void remembered() {
        remember(memory, session, first);
        remember(memory, session, second);
    }

    private List<Optional<Rating>> ratings() {
        return memory.recall(session).orElseThrow().turns().stream()
                .map(Turn::rating)
                .toList();
    }
}
