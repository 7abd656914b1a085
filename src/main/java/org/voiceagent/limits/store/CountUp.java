package org.voiceagent.limits.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts, when that stays within the limit. The one processor that counts again when it runs again: that happens only when
 * a member dies under it or is silent, and then the visitor is counted too often.
 *
 * <p>Answers whether it was within the limit.
 *
 * @param member whose part it is
 * @param ttl milliseconds that the entry lives on
 */
record CountUp(String member, long amount, long most, long ttl)
        implements EntryProcessor<String, StoredTally, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredTally> entry) {
        StoredTally before = entry.getValue();
        StoredTally tally = before == null ? StoredTally.EMPTY : before;
        if (amount > most - tally.used()) {
            return false;
        }
        ((ExtendedMapEntry<String, StoredTally>) entry)
                .setValue(tally.plus(member, amount), ttl, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<CountUp> {

        @Override
        public CountUp read(CompactReader reader) {
            return new CountUp(
                    reader.readString("member"),
                    reader.readInt64("amount"),
                    reader.readInt64("most"),
                    reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, CountUp count) {
            writer.writeString("member", count.member());
            writer.writeInt64("amount", count.amount());
            writer.writeInt64("most", count.most());
            writer.writeInt64("ttl", count.ttl());
        }

        @Override
        public String getTypeName() {
            return "count-up";
        }

        @Override
        public Class<CountUp> getCompactClass() {
            return CountUp.class;
        }
    }
}
