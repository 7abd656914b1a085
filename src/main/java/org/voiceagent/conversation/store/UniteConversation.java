package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Adds what the other side of a split has remembered of a conversation; nothing where that is here already.
 *
 * @param now epoch milliseconds
 */
record UniteConversation(StoredConversation carried, long now)
        implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation here = entry.getValue();
        StoredConversation united = here == null ? carried : UnitedTurns.of(here, carried);
        if (united.equals(here)) {
            return false;
        }
        long ttl = Math.max(1, united.expiresAt() - now);
        ((ExtendedMapEntry<String, StoredConversation>) entry).setValue(united, ttl, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<UniteConversation> {

        @Override
        public UniteConversation read(CompactReader reader) {
            return new UniteConversation(reader.readCompact("carried"), reader.readInt64("now"));
        }

        @Override
        public void write(CompactWriter writer, UniteConversation unite) {
            writer.writeCompact("carried", unite.carried());
            writer.writeInt64("now", unite.now());
        }

        @Override
        public String getTypeName() {
            return "unite-conversation";
        }

        @Override
        public Class<UniteConversation> getCompactClass() {
            return UniteConversation.class;
        }
    }
}
