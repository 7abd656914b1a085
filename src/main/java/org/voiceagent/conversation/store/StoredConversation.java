package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.cluster.Legible;
import org.voiceagent.conversation.entity.Preferences;

/**
 * A session's entry in the map.
 *
 * @param sequence the number of the last turn admitted; counts on when old turns go
 * @param expiresAt epoch milliseconds; the entry's own TTL ends then, and processors can tell what is left of it
 * @param erased the visitor has erased it: it stays empty for a while, so that neither a late turn nor the other side of a
 *     split brings it back
 * @param turns by number
 * @param admissions of the last hour, oldest first
 */
record StoredConversation(
        StoredPreferences preferences,
        StoredConsent consent,
        long sequence,
        long expiresAt,
        boolean erased,
        List<StoredTurn> turns,
        List<StoredAdmission> admissions) {

    static StoredConversation empty(StoredPreferences preferences, long expiresAt) {
        return new StoredConversation(preferences, StoredConsent.NONE, 0, expiresAt, false, List.of(), List.of());
    }

    static StoredConversation erased(long expiresAt) {
        return new StoredConversation(
                new StoredPreferences(Preferences.NONE, 0),
                StoredConsent.NONE,
                0,
                expiresAt,
                true,
                List.of(),
                List.of());
    }

    Optional<StoredTurn> turn(UUID id) {
        return turns.stream().filter(turn -> turn.id().equals(id)).findFirst();
    }

    Optional<StoredAdmission> admission(UUID turn) {
        return admissions.stream()
                .filter(admission -> admission.turn().equals(turn))
                .findFirst();
    }

    /** The latest turns, oldest first. */
    List<StoredTurn> window(int most) {
        return turns.subList(Math.max(0, turns.size() - most), turns.size());
    }

    /** Admissions that count in the hour that ends now, and those that still run. */
    List<StoredAdmission> admissionsSince(long hourAgo, long now) {
        return admissions.stream()
                .filter(admission -> admission.at() > hourAgo || admission.runs(now, ""))
                .toList();
    }

    StoredConversation admitting(StoredAdmission admission, List<StoredAdmission> known, long renewedUntil) {
        List<StoredAdmission> others = known.stream()
                .filter(other -> !other.turn().equals(admission.turn()))
                .toList();
        return new StoredConversation(
                preferences,
                consent,
                Math.max(sequence, admission.number()),
                renewedUntil,
                false,
                turns,
                Stream.concat(others.stream(), Stream.of(admission)).toList());
    }

    /** With the turn in its place, and without the oldest ones when they are more than {@code mostTurns}. */
    StoredConversation remembering(StoredTurn turn, int mostTurns, long renewedUntil) {
        List<StoredTurn> all = new ArrayList<>(turns);
        int place = all.size();
        while (place > 0 && all.get(place - 1).number() > turn.number()) {
            place--;
        }
        all.add(place, turn);
        List<StoredTurn> kept = all.subList(Math.max(0, all.size() - mostTurns), all.size());
        return new StoredConversation(
                preferences,
                consent,
                Math.max(sequence, turn.number()),
                renewedUntil,
                false,
                List.copyOf(kept),
                ended(turn.id()));
    }

    /** With this turn in the place of the one with its id. */
    StoredConversation replacing(StoredTurn changed) {
        List<StoredTurn> all = turns.stream()
                .map(turn -> turn.id().equals(changed.id()) ? changed : turn)
                .toList();
        return new StoredConversation(preferences, consent, sequence, expiresAt, false, all, admissions);
    }

    StoredConversation ending(UUID turn, long renewedUntil) {
        return new StoredConversation(preferences, consent, sequence, renewedUntil, false, turns, ended(turn));
    }

    /** Without the admission; its number is free again when no later turn has one. */
    StoredConversation forgetting(StoredAdmission admission) {
        long last = admission.number() == sequence ? sequence - 1 : sequence;
        List<StoredAdmission> others =
                admissions.stream().filter(other -> !other.equals(admission)).toList();
        return new StoredConversation(preferences, consent, last, expiresAt, false, turns, others);
    }

    private List<StoredAdmission> ended(UUID turn) {
        return admissions.stream()
                .map(admission -> admission.turn().equals(turn) ? admission.ended() : admission)
                .toList();
    }

    StoredConversation with(StoredPreferences chosen) {
        return new StoredConversation(chosen, consent, sequence, expiresAt, erased, turns, admissions);
    }

    StoredConversation with(StoredConsent told) {
        return new StoredConversation(preferences, told, sequence, expiresAt, erased, turns, admissions);
    }

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        if (erased) {
            return "erased by its visitor; the empty entry goes at " + Legible.time(expiresAt);
        }
        long running = admissions.stream()
                .filter(admission -> !admission.member().isEmpty())
                .count();
        return Stream.concat(
                        Stream.of("conversation until %s, %d turns, admitted in the last hour: %d, running: %d, %s, %s"
                                .formatted(
                                        Legible.time(expiresAt),
                                        turns.size(),
                                        admissions.size(),
                                        running,
                                        preferences,
                                        consent)),
                        turns.stream().map(StoredTurn::toString))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static final class Serializer implements CompactSerializer<StoredConversation> {

        @Override
        public StoredConversation read(CompactReader reader) {
            return new StoredConversation(
                    reader.readCompact("preferences"),
                    consent(reader),
                    reader.readInt64("sequence"),
                    reader.readInt64("expiresAt"),
                    reader.readBoolean("erased"),
                    List.of(reader.readArrayOfCompact("turns", StoredTurn.class)),
                    List.of(reader.readArrayOfCompact("admissions", StoredAdmission.class)));
        }

        /** Members of before there was consent write none. */
        private static StoredConsent consent(CompactReader reader) {
            return reader.getFieldKind("consent") == FieldKind.COMPACT
                    ? reader.readCompact("consent")
                    : StoredConsent.NONE;
        }

        @Override
        public void write(CompactWriter writer, StoredConversation conversation) {
            writer.writeCompact("preferences", conversation.preferences());
            writer.writeCompact("consent", conversation.consent());
            writer.writeInt64("sequence", conversation.sequence());
            writer.writeInt64("expiresAt", conversation.expiresAt());
            writer.writeBoolean("erased", conversation.erased());
            writer.writeArrayOfCompact("turns", conversation.turns().toArray(StoredTurn[]::new));
            writer.writeArrayOfCompact("admissions", conversation.admissions().toArray(StoredAdmission[]::new));
        }

        @Override
        public String getTypeName() {
            return "conversation";
        }

        @Override
        public Class<StoredConversation> getCompactClass() {
            return StoredConversation.class;
        }
    }
}
