package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.voiceagent.conversation.entity.Outcome;

/**
 * Leaves of a remembered turn what was heard of it. Only a whole one is cut: the first interruption counts.
 *
 * @param heard the response as far as it was heard
 * @param now epoch milliseconds
 */
record CutTurn(UUID turn, String heard, long now) implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null) {
            return false;
        }
        Optional<StoredTurn> whole =
                conversation.turn(turn).filter(stored -> stored.outcome().equals(Outcome.DONE.word()));
        whole.ifPresent(stored -> ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(
                        conversation.replacing(stored.cut(heard)),
                        Math.max(1, conversation.expiresAt() - now),
                        TimeUnit.MILLISECONDS));
        return whole.isPresent();
    }

    static final class Serializer implements CompactSerializer<CutTurn> {

        @Override
        public CutTurn read(CompactReader reader) {
            return new CutTurn(
                    new UUID(reader.readInt64("turnHigh"), reader.readInt64("turnLow")),
                    reader.readString("heard"),
                    reader.readInt64("now"));
        }

        @Override
        public void write(CompactWriter writer, CutTurn cut) {
            writer.writeInt64("turnHigh", cut.turn().getMostSignificantBits());
            writer.writeInt64("turnLow", cut.turn().getLeastSignificantBits());
            writer.writeString("heard", cut.heard());
            writer.writeInt64("now", cut.now());
        }

        @Override
        public String getTypeName() {
            return "cut-turn";
        }

        @Override
        public Class<CutTurn> getCompactClass() {
            return CutTurn.class;
        }
    }
}
