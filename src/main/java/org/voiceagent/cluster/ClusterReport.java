package org.voiceagent.cluster;

import com.hazelcast.core.DistributedObject;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.LocalMapStats;
import java.util.Comparator;
import java.util.List;

/**
 * The cluster as one member sees it.
 *
 * @param safe whether every entry has its backups, so that any member may go
 * @param doubt whether members went without a goodbye a short while ago
 * @param members oldest first
 * @param maps by name
 */
public record ClusterReport(boolean safe, boolean doubt, List<Peer> members, List<MapSize> maps) {

    /**
     * A member.
     *
     * @param id of the member, until it starts anew
     * @param here whether it is the one that tells this
     */
    public record Peer(String id, String address, String version, boolean here) {}

    /**
     * How full a map is.
     *
     * @param entries in all of the cluster
     * @param owned entries at the member that tells this
     * @param backups copies there of entries that others own
     * @param bytes both take there; 0 where the map keeps objects, which nobody measures
     */
    public record MapSize(String name, long entries, long owned, long backups, long bytes) {}

    static ClusterReport of(HazelcastInstance member, boolean doubt) {
        return new ClusterReport(
                member.getPartitionService().isClusterSafe(),
                doubt,
                member.getCluster().getMembers().stream()
                        .map(peer -> new Peer(
                                peer.getUuid().toString(),
                                peer.getAddress().getHost() + ":"
                                        + peer.getAddress().getPort(),
                                peer.getVersion().toString(),
                                peer.localMember()))
                        .toList(),
                member.getDistributedObjects().stream()
                        .filter(IMap.class::isInstance)
                        .map(DistributedObject::getName)
                        .map(name -> size(member.getMap(name)))
                        .sorted(Comparator.comparing(MapSize::name))
                        .toList());
    }

    private static MapSize size(IMap<?, ?> map) {
        LocalMapStats stats = map.getLocalMapStats();
        return new MapSize(
                map.getName(),
                map.size(),
                stats.getOwnedEntryCount(),
                stats.getBackupEntryCount(),
                // where objects are kept, what cannot be measured may come out below nothing
                Math.max(0, stats.getOwnedEntryMemoryCost() + stats.getBackupEntryMemoryCost()));
    }
}
