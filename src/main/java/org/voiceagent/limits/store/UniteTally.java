package org.voiceagent.limits.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Adds what the other side of a split has counted; nothing where that is counted already.
 *
 * @param ttl milliseconds until the limit's hour, day or month is over
 */
record UniteTally(StoredTally carried, long ttl) implements EntryProcessor<String, StoredTally, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredTally> entry) {
        StoredTally here = entry.getValue();
        StoredTally united = here == null ? carried : here.unitedWith(carried);
        if (united.equals(here)) {
            return false;
        }
        ((ExtendedMapEntry<String, StoredTally>) entry).setValue(united, ttl, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<UniteTally> {

        @Override
        public UniteTally read(CompactReader reader) {
            return new UniteTally(reader.readCompact("carried"), reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, UniteTally unite) {
            writer.writeCompact("carried", unite.carried());
            writer.writeInt64("ttl", unite.ttl());
        }

        @Override
        public String getTypeName() {
            return "unite-tally";
        }

        @Override
        public Class<UniteTally> getCompactClass() {
            return UniteTally.class;
        }
    }
}
