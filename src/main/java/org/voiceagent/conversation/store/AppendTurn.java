package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Appends a turn and renews the session's life, in one write at the owner of the entry. Runs again on the backup, so it
 * reads no clock and no configuration: all it needs are fields. Appending a turn that is there already changes nothing.
 *
 * <p>Times are in milliseconds: {@code now} since the epoch, {@code ttl} from now.
 *
 * <p>Answers the turn's number, counted from 1, or {@link #NO_SESSION}.
 */
record AppendTurn(StoredTurn turn, int mostTurns, long now, long ttl)
        implements EntryProcessor<String, StoredConversation, Long> {

    static final long NO_SESSION = -1;

    @Override
    public Long process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null) {
            return NO_SESSION;
        }
        if (conversation.holds(turn)) {
            return conversation.sequence();
        }
        StoredConversation longer = conversation.with(turn, mostTurns, now + ttl);
        ((ExtendedMapEntry<String, StoredConversation>) entry).setValue(longer, ttl, TimeUnit.MILLISECONDS);
        return longer.sequence();
    }

    static final class Serializer implements CompactSerializer<AppendTurn> {

        @Override
        public AppendTurn read(CompactReader reader) {
            return new AppendTurn(
                    reader.readCompact("turn"),
                    reader.readInt32("mostTurns"),
                    reader.readInt64("now"),
                    reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, AppendTurn append) {
            writer.writeCompact("turn", append.turn());
            writer.writeInt32("mostTurns", append.mostTurns());
            writer.writeInt64("now", append.now());
            writer.writeInt64("ttl", append.ttl());
        }

        @Override
        public String getTypeName() {
            return "append-turn";
        }

        @Override
        public Class<AppendTurn> getCompactClass() {
            return AppendTurn.class;
        }
    }
}
