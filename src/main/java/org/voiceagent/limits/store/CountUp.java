package org.voiceagent.limits.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts, when that stays within the limit. The same call again counts nothing, unless many others came between.
 *
 * <p>Answers whether it was within the limit.
 *
 * @param call names it, since it is done again when a member dies under it or is silent
 * @param member whose part it is
 * @param ttl milliseconds that the entry lives on
 */
record CountUp(String call, String member, long amount, long most, long ttl)
        implements EntryProcessor<String, StoredTally, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredTally> entry) {
        StoredTally before = entry.getValue();
        StoredTally tally = before == null ? StoredTally.EMPTY : before;
        boolean counted = tally.counted(call);
        if (!counted && amount > most - tally.used()) {
            return false;
        }
        // written again where it is counted already: its backups may not have it
        StoredTally now = counted ? tally : tally.plus(member, amount).counting(call);
        ((ExtendedMapEntry<String, StoredTally>) entry).setValue(now, ttl, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<CountUp> {

        @Override
        public CountUp read(CompactReader reader) {
            return new CountUp(
                    reader.readString("call"),
                    reader.readString("member"),
                    reader.readInt64("amount"),
                    reader.readInt64("most"),
                    reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, CountUp count) {
            writer.writeString("call", count.call());
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
