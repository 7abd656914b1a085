package org.voiceagent.limits.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import org.voiceagent.cluster.Legible;

/**
 * A part of a limit set aside for work under way.
 *
 * @param until epoch milliseconds; then it comes back by itself, because its member has died
 */
record StoredHold(String id, long amount, long until) {

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        return amount + " until " + Legible.time(until);
    }

    static final class Serializer implements CompactSerializer<StoredHold> {

        @Override
        public StoredHold read(CompactReader reader) {
            return new StoredHold(reader.readString("id"), reader.readInt64("amount"), reader.readInt64("until"));
        }

        @Override
        public void write(CompactWriter writer, StoredHold hold) {
            writer.writeString("id", hold.id());
            writer.writeInt64("amount", hold.amount());
            writer.writeInt64("until", hold.until());
        }

        @Override
        public String getTypeName() {
            return "hold";
        }

        @Override
        public Class<StoredHold> getCompactClass() {
            return StoredHold.class;
        }
    }
}
