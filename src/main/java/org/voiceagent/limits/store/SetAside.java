package org.voiceagent.limits.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sets a part of a limit aside, when that much is left. Setting the same aside again changes nothing. Runs again on the
 * backup, so it reads no clock.
 *
 * <p>Answers what is left when it was set aside, else {@link #NOT_LEFT}.
 *
 * @param most the whole limit
 * @param now epoch milliseconds
 * @param ttl milliseconds that the entry lives on
 */
record SetAside(StoredHold hold, long most, long now, long ttl) implements EntryProcessor<String, StoredTally, Long> {

    static final long NOT_LEFT = -1;

    @Override
    public Long process(Map.Entry<String, StoredTally> entry) {
        StoredTally before = entry.getValue();
        StoredTally tally = (before == null ? StoredTally.EMPTY : before).at(now);
        boolean known = tally.holds(hold.id());
        long left = most - tally.used() - tally.held() - (known ? 0 : hold.amount());
        if (left < 0 && !known) {
            return NOT_LEFT;
        }
        // written again where it is there already: its backups may not have it
        ((ExtendedMapEntry<String, StoredTally>) entry)
                .setValue(known ? tally : tally.with(hold), ttl, TimeUnit.MILLISECONDS);
        return Math.max(0, left);
    }

    static final class Serializer implements CompactSerializer<SetAside> {

        @Override
        public SetAside read(CompactReader reader) {
            return new SetAside(
                    reader.readCompact("hold"),
                    reader.readInt64("most"),
                    reader.readInt64("now"),
                    reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, SetAside aside) {
            writer.writeCompact("hold", aside.hold());
            writer.writeInt64("most", aside.most());
            writer.writeInt64("now", aside.now());
            writer.writeInt64("ttl", aside.ttl());
        }

        @Override
        public String getTypeName() {
            return "set-aside";
        }

        @Override
        public Class<SetAside> getCompactClass() {
            return SetAside.class;
        }
    }
}
