package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.List;
import org.voiceagent.conversation.entity.Preferences;

/**
 * A session's entry in the map.
 *
 * @param sequence the number of the last turn; counts on when old turns go
 * @param expiresAt epoch milliseconds; the entry's own TTL ends then, and processors can tell what is left of it
 * @param turns oldest first
 */
record StoredConversation(StoredPreferences preferences, long sequence, long expiresAt, List<StoredTurn> turns) {

    static StoredConversation empty(Preferences preferences, long expiresAt) {
        return new StoredConversation(new StoredPreferences(preferences), 0, expiresAt, List.of());
    }

    boolean holds(StoredTurn turn) {
        return turns.stream().anyMatch(known -> known.id().equals(turn.id()));
    }

    StoredConversation with(StoredTurn turn, int mostTurns, long renewedUntil) {
        List<StoredTurn> all = new ArrayList<>(turns);
        all.add(turn);
        List<StoredTurn> kept = all.subList(Math.max(0, all.size() - mostTurns), all.size());
        return new StoredConversation(preferences, sequence + 1, renewedUntil, List.copyOf(kept));
    }

    StoredConversation with(StoredPreferences chosen) {
        return new StoredConversation(chosen, sequence, expiresAt, turns);
    }

    static final class Serializer implements CompactSerializer<StoredConversation> {

        @Override
        public StoredConversation read(CompactReader reader) {
            return new StoredConversation(
                    reader.readCompact("preferences"),
                    reader.readInt64("sequence"),
                    reader.readInt64("expiresAt"),
                    List.of(reader.readArrayOfCompact("turns", StoredTurn.class)));
        }

        @Override
        public void write(CompactWriter writer, StoredConversation conversation) {
            writer.writeCompact("preferences", conversation.preferences());
            writer.writeInt64("sequence", conversation.sequence());
            writer.writeInt64("expiresAt", conversation.expiresAt());
            writer.writeArrayOfCompact("turns", conversation.turns().toArray(StoredTurn[]::new));
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
