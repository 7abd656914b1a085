package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.List;

/** How a {@link StoredConversation} is written; members of another version read it as well. */
final class ConversationSerializer implements CompactSerializer<StoredConversation> {

    @Override
    public StoredConversation read(CompactReader reader) {
        return new StoredConversation(
                reader.readCompact("preferences"),
                consent(reader),
                reader.readInt64("sequence"),
                reader.readInt64("expiresAt"),
                reader.readBoolean("erased"),
                List.of(reader.readArrayOfCompact("turns", StoredTurn.class)),
                List.of(reader.readArrayOfCompact("admissions", StoredAdmission.class)));
    }

    /** Members of before there was consent write none. */
    private static StoredConsent consent(CompactReader reader) {
        return reader.getFieldKind("consent") == FieldKind.COMPACT ? reader.readCompact("consent") : StoredConsent.NONE;
    }

    @Override
    public void write(CompactWriter writer, StoredConversation conversation) {
        writer.writeCompact("preferences", conversation.preferences());
        writer.writeCompact("consent", conversation.consent());
        writer.writeInt64("sequence", conversation.sequence());
        writer.writeInt64("expiresAt", conversation.expiresAt());
        writer.writeBoolean("erased", conversation.erased());
        writer.writeArrayOfCompact("turns", conversation.turns().toArray(StoredTurn[]::new));
        writer.writeArrayOfCompact("admissions", conversation.admissions().toArray(StoredAdmission[]::new));
    }

    @Override
    public String getTypeName() {
        return "conversation";
    }

    @Override
    public Class<StoredConversation> getCompactClass() {
        return StoredConversation.class;
    }
}
