package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Puts a turn into its place and renews the session's life, in one write at the owner of the entry. Runs again on the
 * backup, so it reads no clock and no configuration: all it needs are fields. Remembering a turn that is there already
 * changes nothing.
 *
 * <p>Times are in milliseconds: {@code now} since the epoch, {@code ttl} from now.
 *
 * <p>Answers whether there is such a session.
 */
record RememberTurn(StoredTurn turn, int mostTurns, long now, long ttl)
        implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null || conversation.erased()) {
            return false;
        }
        // written again where it is there already: its backups may not have it
        StoredConversation with = conversation.turn(turn.id()).isPresent()
                ? conversation
                : conversation.remembering(turn, mostTurns, now + ttl);
        ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(with, Math.max(1, with.expiresAt() - now), TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<RememberTurn> {

        @Override
        public RememberTurn read(CompactReader reader) {
            return new RememberTurn(
                    reader.readCompact("turn"),
                    reader.readInt32("mostTurns"),
                    reader.readInt64("now"),
                    reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, RememberTurn remember) {
            writer.writeCompact("turn", remember.turn());
            writer.writeInt32("mostTurns", remember.mostTurns());
            writer.writeInt64("now", remember.now());
            writer.writeInt64("ttl", remember.ttl());
        }

        @Override
        public String getTypeName() {
            return "remember-turn";
        }

        @Override
        public Class<RememberTurn> getCompactClass() {
            return RememberTurn.class;
        }
    }
}
