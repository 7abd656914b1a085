package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Adds to what a visitor has been told and agreed to; does not renew the session. {@code now} is in epoch milliseconds.
 *
 * <p>Answers whether there is such a session.
 */
record ChangeConsent(StoredConsent consent, long now) implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null || conversation.erased()) {
            return false;
        }
        StoredConsent with = StoredConsent.of(conversation.consent().consent().with(consent.consent()));
        long left = Math.max(1, conversation.expiresAt() - now);
        ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(conversation.with(with), left, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<ChangeConsent> {

        @Override
        public ChangeConsent read(CompactReader reader) {
            return new ChangeConsent(reader.readCompact("consent"), reader.readInt64("now"));
        }

        @Override
        public void write(CompactWriter writer, ChangeConsent change) {
            writer.writeCompact("consent", change.consent());
            writer.writeInt64("now", change.now());
        }

        @Override
        public String getTypeName() {
            return "change-consent";
        }

        @Override
        public Class<ChangeConsent> getCompactClass() {
            return ChangeConsent.class;
        }
    }
}
