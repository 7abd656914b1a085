package org.voiceagent.conversation.store;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;

/** After a split, each conversation gets the turns of both sides; Hazelcast's own policies would keep one side only. */
public final class UniteConversations
        implements SplitBrainMergePolicy<StoredConversation, MergingValue<StoredConversation>, StoredConversation> {

    @Override
    public StoredConversation merge(
            MergingValue<StoredConversation> merging, MergingValue<StoredConversation> existing) {
        if (existing == null || existing.getValue() == null) {
            return merging.getValue();
        }
        return merging.getValue() == null
                ? existing.getValue()
                : UnitedTurns.of(existing.getValue(), merging.getValue());
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
