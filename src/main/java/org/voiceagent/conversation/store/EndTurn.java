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
import org.voiceagent.conversation.entity.Ending;

/**
 * Ends a turn of which nothing is remembered; see {@link Ending}. Ending one that has ended changes nothing.
 * {@code whose} is the call that was admitted, or the member where it runs, when others must not be ended; else empty.
 *
 * <p>Times are in milliseconds: {@code now} since the epoch, {@code ttl} from now.
 *
 * <p>Answers whether there is such a session.
 */
record EndTurn(UUID turn, String whose, Ending ending, long now, long ttl)
        implements EntryProcessor<String, StoredConversation, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null || conversation.erased()) {
            return false;
        }
        Optional<StoredAdmission> running = conversation
                .admission(turn)
                .filter(admission -> !admission.member().isEmpty() && isMeant(admission));
        running.ifPresent(admission -> {
            StoredConversation ended = ended(conversation, admission);
            ((ExtendedMapEntry<String, StoredConversation>) entry)
                    .setValue(ended, Math.max(1, ended.expiresAt() - now), TimeUnit.MILLISECONDS);
        });
        return true;
    }

    private boolean isMeant(StoredAdmission admission) {
        return whose.isEmpty()
                || whose.equals(admission.member())
                || whose.equals(admission.call().toString());
    }

    private StoredConversation ended(StoredConversation conversation, StoredAdmission admission) {
        return switch (ending) {
            case UNSTORED -> conversation.ending(turn, now + ttl);
            case FAILED -> conversation.ending(turn, conversation.expiresAt());
            case NONE -> conversation.forgetting(admission);
        };
    }

    static final class Serializer implements CompactSerializer<EndTurn> {

        @Override
        public EndTurn read(CompactReader reader) {
            return new EndTurn(
                    new UUID(reader.readInt64("turnHigh"), reader.readInt64("turnLow")),
                    reader.readString("whose"),
                    Ending.valueOf(reader.readString("ending")),
                    reader.readInt64("now"),
                    reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, EndTurn end) {
            writer.writeInt64("turnHigh", end.turn().getMostSignificantBits());
            writer.writeInt64("turnLow", end.turn().getLeastSignificantBits());
            writer.writeString("whose", end.whose());
            writer.writeString("ending", end.ending().name());
            writer.writeInt64("now", end.now());
            writer.writeInt64("ttl", end.ttl());
        }

        @Override
        public String getTypeName() {
            return "end-turn";
        }

        @Override
        public Class<EndTurn> getCompactClass() {
            return EndTurn.class;
        }
    }
}
