package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Leaves an empty, erased entry where a conversation was, for one more TTL: a turn that runs on another member finds no
 * session, and a side of a split that did not hear of it cannot bring the words back.
 *
 * <p>Times are in milliseconds: {@code now} since the epoch, {@code ttl} from now.
 *
 * <p>Answers whether there was such a session.
 */
record EraseConversation(long now, long ttl) implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null || conversation.erased()) {
            return false;
        }
        ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(StoredConversation.erased(now + ttl), ttl, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<EraseConversation> {

        @Override
        public EraseConversation read(CompactReader reader) {
            return new EraseConversation(reader.readInt64("now"), reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, EraseConversation erase) {
            writer.writeInt64("now", erase.now());
            writer.writeInt64("ttl", erase.ttl());
        }

        @Override
        public String getTypeName() {
            return "erase-conversation";
        }

        @Override
        public Class<EraseConversation> getCompactClass() {
            return EraseConversation.class;
        }
    }
}
