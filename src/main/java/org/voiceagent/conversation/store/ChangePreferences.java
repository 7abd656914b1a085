package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Replaces a visitor's choices, but for whose they are; what is left of the session's life is written again, since a write without it would reset
 * it. {@code now} is in epoch milliseconds.
 *
 * <p>Answers whether there is such a session.
 */
record ChangePreferences(StoredPreferences preferences, long now)
        implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null || conversation.erased()) {
            return false;
        }
        long left = Math.max(1, conversation.expiresAt() - now);
        ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(
                        conversation.with(
                                preferences.of(conversation.preferences().visitor())),
                        left,
                        TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<ChangePreferences> {

        @Override
        public ChangePreferences read(CompactReader reader) {
            return new ChangePreferences(reader.readCompact("preferences"), reader.readInt64("now"));
        }

        @Override
        public void write(CompactWriter writer, ChangePreferences change) {
            writer.writeCompact("preferences", change.preferences());
            writer.writeInt64("now", change.now());
        }

        @Override
        public String getTypeName() {
            return "change-preferences";
        }

        @Override
        public Class<ChangePreferences> getCompactClass() {
            return ChangePreferences.class;
        }
    }
}
