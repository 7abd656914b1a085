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

/**
 * Keeps what the visitor thinks of a remembered turn; the last word counts. Leaves the session's life as it is, as of when
 * it was rated.
 *
 * <p>Answers whether there is such a turn.
 */
record RateTurn(UUID turn, StoredRating rating) implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null) {
            return false;
        }
        Optional<StoredTurn> known = conversation.turn(turn);
        known.ifPresent(stored -> ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(
                        conversation.replacing(stored.rated(rating)),
                        Math.max(1, conversation.expiresAt() - rating.at()),
                        TimeUnit.MILLISECONDS));
        return known.isPresent();
    }

    static final class Serializer implements CompactSerializer<RateTurn> {

        @Override
        public RateTurn read(CompactReader reader) {
            return new RateTurn(
                    new UUID(reader.readInt64("turnHigh"), reader.readInt64("turnLow")), StoredRating.read(reader));
        }

        @Override
        public void write(CompactWriter writer, RateTurn rate) {
            writer.writeInt64("turnHigh", rate.turn().getMostSignificantBits());
            writer.writeInt64("turnLow", rate.turn().getLeastSignificantBits());
            rate.rating().write(writer);
        }

        @Override
        public String getTypeName() {
            return "rate-turn";
        }

        @Override
        public Class<RateTurn> getCompactClass() {
            return RateTurn.class;
        }
    }
}
