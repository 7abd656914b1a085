package org.voiceagent.admin.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.cluster.Legible;

/**
 * How an admin has set the agent, as the cluster keeps it.
 *
 * @param at epoch milliseconds
 */
record StoredSetting(boolean on, String reason, String by, long at) {

    static StoredSetting of(AgentSetting setting) {
        return new StoredSetting(
                setting.on(), setting.reason(), setting.by(), setting.at().toEpochMilli());
    }

    AgentSetting setting() {
        return new AgentSetting(on, reason, by, Instant.ofEpochMilli(at));
    }

    /** @param earliest epoch milliseconds */
    StoredSetting notBefore(long earliest) {
        return new StoredSetting(on, reason, by, Math.max(at, earliest));
    }

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        return "%s by %s, %s: %s".formatted(on ? "on" : "off", by, Legible.time(at), Legible.line(reason));
    }

    static final class Serializer implements CompactSerializer<StoredSetting> {

        @Override
        public StoredSetting read(CompactReader reader) {
            return new StoredSetting(
                    reader.readBoolean("on"),
                    reader.readString("reason"),
                    reader.readString("by"),
                    reader.readInt64("at"));
        }

        @Override
        public void write(CompactWriter writer, StoredSetting setting) {
            writer.writeBoolean("on", setting.on());
            writer.writeString("reason", setting.reason());
            writer.writeString("by", setting.by());
            writer.writeInt64("at", setting.at());
        }

        @Override
        public String getTypeName() {
            return "agent-setting";
        }

        @Override
        public Class<StoredSetting> getCompactClass() {
            return StoredSetting.class;
        }
    }
}
