package org.voiceagent.limits.store;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;

/** After a split, what each member has counted is counted: neither side's half is forgotten. */
public final class SumOfBoth implements SplitBrainMergePolicy<StoredTally, MergingValue<StoredTally>, StoredTally> {

    @Override
    public StoredTally merge(MergingValue<StoredTally> merging, MergingValue<StoredTally> existing) {
        if (existing == null || existing.getValue() == null) {
            return merging.getValue();
        }
        return merging.getValue() == null
                ? existing.getValue()
                : existing.getValue().unitedWith(merging.getValue());
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // it has no state
    }

    @Override
    public void readData(ObjectDataInput in) {
        // it has no state
    }
}
