package org.voiceagent.conversation.store;

import com.hazelcast.config.Config;
import java.util.Optional;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.database.CommonDatabase;

/** Where a member keeps the conversations it owns, as it tells the others. */
final class MemoryKind {

    static final String KEY = "voice.memory.durable";

    private MemoryKind() {}

    static void tell(Config config, Optional<DurableConversations> durable) {
        String kind = CommonDatabase.kind(durable.map(DurableConversations::database));
        config.getMemberAttributeConfig().setAttribute(KEY, kind);
    }

    /** @throws ConfigurationError when this member does not fit to those that were there before it */
    static void requireCommon(ClusterMember member) {
        CommonDatabase.require(KEY, "their conversations", member.told(KEY), member.toldByOlder(KEY));
    }
}
