package org.voiceagent.cluster;

import com.hazelcast.cluster.Address;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Members that went without a goodbye. A split looks the same as a death from here: what the other side minted meanwhile
 * is not unknown, only out of sight.
 */
final class MissingMembers implements MembershipListener {

    private static final String GOODBYES = "goodbyes";
    private static final int GOODBYE_SECONDS = 3600;

    /** A member that went. */
    private record Gone(String id, long atNanos) {}

    private final SharedMap<String> goodbyes;
    private final String self;
    private final Duration doubt;
    private final Map<Address, Gone> gone = new ConcurrentHashMap<>();

    private MissingMembers(SharedMap<String> goodbyes, String self, Duration doubt) {
        this.goodbyes = goodbyes;
        this.self = self;
        this.doubt = doubt;
    }

    static void contribute(Config config, int backups) {
        config.addMapConfig(new MapConfig(GOODBYES).setBackupCount(backups).setTimeToLiveSeconds(GOODBYE_SECONDS));
    }

    static MissingMembers watch(HazelcastInstance member, Duration doubt) {
        MissingMembers missing = new MissingMembers(
                new SharedMap<>(member.getMap(GOODBYES)),
                member.getCluster().getLocalMember().getUuid().toString(),
                doubt);
        member.getCluster().addMembershipListener(missing);
        return missing;
    }

    void sayGoodbye() {
        goodbyes.set(self, "left", Duration.ofSeconds(GOODBYE_SECONDS));
    }

    boolean any() {
        long oldest = System.nanoTime() - doubt.toNanos();
        gone.values().removeIf(member -> member.atNanos() < oldest);
        gone.values().removeIf(member -> goodbyes.get(member.id()).isPresent());
        return !gone.isEmpty();
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        // back at its address, it has brought along what it had: the cluster is whole again
        gone.remove(event.getMember().getAddress());
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        gone.put(
                event.getMember().getAddress(),
                new Gone(event.getMember().getUuid().toString(), System.nanoTime()));
    }
}
