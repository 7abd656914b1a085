package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a conversation as it is, but has it written to the database again: by its owner and in its order among the other
 * writes of the entry, so that nothing older ever comes after something newer. {@code now} is in epoch milliseconds.
 *
 * <p>Answers whether there is such an entry.
 */
record WriteAgain(long now) implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null || conversation.expiresAt() <= now) {
            return false;
        }
        ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(conversation, conversation.expiresAt() - now, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<WriteAgain> {

        @Override
        public WriteAgain read(CompactReader reader) {
            return new WriteAgain(reader.readInt64("now"));
        }

        @Override
        public void write(CompactWriter writer, WriteAgain write) {
            writer.writeInt64("now", write.now());
        }

        @Override
        public String getTypeName() {
            return "write-again";
        }

        @Override
        public Class<WriteAgain> getCompactClass() {
            return WriteAgain.class;
        }
    }
}
