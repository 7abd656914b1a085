package org.voiceagent.conversation.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the two sides of a split become one conversation again: nothing acknowledged is thrown away. */
final class UnitedTurns {

    private UnitedTurns() {}

    static StoredConversation of(StoredConversation one, StoredConversation other) {
        long expiresAt = Math.max(one.expiresAt(), other.expiresAt());
        if (one.erased() || other.erased()) {
            return StoredConversation.erased(expiresAt);
        }
        List<StoredTurn> turns = both(one.turns(), other.turns());
        long last = turns.isEmpty() ? 0 : turns.get(turns.size() - 1).number();
        return new StoredConversation(
                one.preferences().at() >= other.preferences().at() ? one.preferences() : other.preferences(),
                StoredConsent.later(one.consent(), other.consent()),
                Math.max(last, Math.max(one.sequence(), other.sequence())),
                expiresAt,
                false,
                turns,
                admissions(one.admissions(), other.admissions()));
    }

    private static List<StoredTurn> both(List<StoredTurn> one, List<StoredTurn> other) {
        Map<UUID, StoredRating> ratings = Stream.concat(one.stream(), other.stream())
                .collect(Collectors.toMap(StoredTurn::id, StoredTurn::rating, StoredRating::orLater));
        return told(one, other).stream()
                .map(turn -> turn.rated(ratings.get(turn.id())))
                .toList();
    }

    /** Uniting what is united already changes nothing, the order included. */
    private static List<StoredTurn> told(List<StoredTurn> one, List<StoredTurn> other) {
        if (ids(one).containsAll(ids(other))) {
            return one;
        }
        return ids(other).containsAll(ids(one)) ? other : inOrder(one, other);
    }

    private static Set<UUID> ids(List<StoredTurn> turns) {
        return turns.stream().map(StoredTurn::id).collect(Collectors.toSet());
    }

    /** Each side's turns in their order, the sides by time, numbered anew where both gave the same number. */
    private static List<StoredTurn> inOrder(List<StoredTurn> one, List<StoredTurn> other) {
        List<StoredTurn> united = new ArrayList<>();
        Set<UUID> placed = new HashSet<>();
        int left = 0;
        int right = 0;
        while (left < one.size() || right < other.size()) {
            boolean takeLeft = right == other.size()
                    || left < one.size()
                            && one.get(left).at() <= other.get(right).at();
            StoredTurn next = takeLeft ? one.get(left++) : other.get(right++);
            if (placed.add(next.id())) {
                long before =
                        united.isEmpty() ? 0 : united.get(united.size() - 1).number();
                united.add(next.number() > before ? next : next.at(before + 1));
            }
        }
        return List.copyOf(united);
    }

    private static List<StoredAdmission> admissions(List<StoredAdmission> one, List<StoredAdmission> other) {
        Set<UUID> known = new HashSet<>();
        one.forEach(admission -> known.add(admission.turn()));
        return Stream.concat(one.stream(), other.stream().filter(admission -> !known.contains(admission.turn())))
                .sorted(Comparator.comparingLong(StoredAdmission::at))
                .toList();
    }
}
