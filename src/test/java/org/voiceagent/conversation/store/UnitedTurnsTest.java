package org.voiceagent.conversation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Rating;

class UnitedTurnsTest {

    private static final Fingerprint PRINT = new Fingerprint(1, 2);

    @Test
    void holds_the_turns_of_both_sides_once_each_side_in_its_order() {
        StoredTurn before = turn("before", 1, 10);
        StoredConversation one = conversation(before, turn("a1", 2, 20), turn("a2", 3, 40));
        StoredConversation other = conversation(before, turn("b1", 2, 30), turn("b2", 3, 50), turn("b3", 4, 60));
        for (StoredConversation united : List.of(UnitedTurns.of(one, other), UnitedTurns.of(other, one))) {
            assertEquals(
                    List.of("before", "a1", "b1", "a2", "b2", "b3"),
                    united.turns().stream().map(StoredTurn::question).toList());
            assertEquals(
                    LongStream.rangeClosed(1, 6).boxed().toList(),
                    united.turns().stream().map(StoredTurn::number).toList());
            assertEquals(6, united.sequence());
        }
    }

    @Test
    void keeps_a_sides_order_though_its_clock_jumps() {
        StoredConversation one = conversation(turn("a1", 1, 50), turn("a2", 2, 20));
        StoredConversation other = conversation(turn("b1", 1, 30));
        List<String> order = UnitedTurns.of(one, other).turns().stream()
                .map(StoredTurn::question)
                .toList();
        assertTrue(order.indexOf("a1") < order.indexOf("a2"), order.toString());
        assertEquals(3, order.size());
    }

    @Test
    void an_erasure_on_either_side_stands() {
        StoredConversation words = conversation(turn("secret", 1, 10));
        StoredConversation erased = StoredConversation.erased(99);
        assertTrue(UnitedTurns.of(words, erased).erased());
        assertTrue(UnitedTurns.of(erased, words).erased());
        assertEquals(List.of(), UnitedTurns.of(words, erased).turns());
    }

    @Test
    void the_later_rating_of_a_turn_stands_whichever_side_it_was_given_on() {
        StoredTurn turn = turn("before", 1, 10);
        StoredConversation good = conversation(turn.rated(new StoredRating("up", 20)));
        StoredConversation takenBack = conversation(turn.rated(new StoredRating("", 30)), turn("b1", 2, 40));
        for (StoredConversation united : List.of(UnitedTurns.of(good, takenBack), UnitedTurns.of(takenBack, good))) {
            assertEquals(Optional.empty(), united.turns().get(0).rating().rating());
            assertEquals(2, united.turns().size());
        }
        StoredConversation bad = conversation(turn.rated(new StoredRating("down", 50)));
        StoredConversation united = UnitedTurns.of(takenBack, bad);
        assertEquals(Optional.of(Rating.DOWN), united.turns().get(0).rating().rating());
        assertEquals(united, UnitedTurns.of(united, bad));
    }

    @Test
    void counts_the_admissions_of_both_sides_and_keeps_the_later_preferences_and_life() {
        StoredConversation one = new StoredConversation(
                new StoredPreferences(Preferences.NONE, 5),
                StoredConsent.NONE,
                1,
                100,
                false,
                List.of(),
                List.of(admission("x", 1)));
        StoredPreferences later = new StoredPreferences(Preferences.NONE, 6);
        StoredConversation other = new StoredConversation(
                later, StoredConsent.NONE, 1, 200, false, List.of(), List.of(admission("y", 2), admission("x", 1)));
        StoredConversation united = UnitedTurns.of(one, other);
        assertEquals(2, united.admissions().size());
        assertEquals(later, united.preferences());
        assertEquals(200, united.expiresAt());
    }

    private static StoredAdmission admission(String name, long at) {
        return new StoredAdmission(UUID.nameUUIDFromBytes(name.getBytes()), 1, at, PRINT, new UUID(0, 0), "", 0);
    }

    private static StoredTurn turn(String name, long number, long at) {
        return new StoredTurn(
                UUID.nameUUIDFromBytes(name.getBytes()),
                number,
                PRINT,
                name,
                "",
                at,
                "done",
                StoredRating.NONE,
                List.of(),
                List.of());
    }

    private static StoredConversation conversation(StoredTurn... turns) {
        return new StoredConversation(
                new StoredPreferences(Preferences.NONE, 0),
                StoredConsent.NONE,
                turns[turns.length - 1].number(),
                100,
                false,
                Arrays.asList(turns),
                List.of());
    }
}
