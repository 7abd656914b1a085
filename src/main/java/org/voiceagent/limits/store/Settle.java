package org.voiceagent.limits.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Gives back what was set aside and counts what was used of it. What came back by itself meanwhile is counted all the same;
 * settling twice counts once, since the hold is gone then, unless it had expired.
 *
 * @param member whose part it is
 * @param late whether the hold may have expired, so that its absence does not mean that it was settled
 * @param ttl milliseconds that the entry lives on
 */
record Settle(String hold, String member, long used, boolean late, long ttl)
        implements EntryProcessor<String, StoredTally, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredTally> entry) {
        StoredTally before = entry.getValue();
        StoredTally tally = before == null ? StoredTally.EMPTY : before;
        if (!late && !tally.holds(hold)) {
            return false;
        }
        StoredTally settled = tally.without(hold);
        ((ExtendedMapEntry<String, StoredTally>) entry)
                .setValue(used == 0 ? settled : settled.plus(member, used), ttl, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<Settle> {

        @Override
        public Settle read(CompactReader reader) {
            return new Settle(
                    reader.readString("hold"),
                    reader.readString("member"),
                    reader.readInt64("used"),
                    reader.readBoolean("late"),
                    reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, Settle settle) {
            writer.writeString("hold", settle.hold());
            writer.writeString("member", settle.member());
            writer.writeInt64("used", settle.used());
            writer.writeBoolean("late", settle.late());
            writer.writeInt64("ttl", settle.ttl());
        }

        @Override
        public String getTypeName() {
            return "settle";
        }

        @Override
        public Class<Settle> getCompactClass() {
            return Settle.class;
        }
    }
}
