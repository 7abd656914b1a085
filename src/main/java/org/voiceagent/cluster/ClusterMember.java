package org.voiceagent.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.voiceagent.configuration.Settings;

/** The Hazelcast member of this server, running. */
public final class ClusterMember {

    private final HazelcastInstance member;
    private final MissingMembers missing;
    private final List<String> caches;

    private ClusterMember(HazelcastInstance member, MissingMembers missing, List<String> caches) {
        this.member = member;
        this.missing = missing;
        this.caches = caches;
    }

    /**
     * Starts the member and joins the others, as far as there are any.
     *
     * @param contributions what the components keep in the cluster; one that comes later is not seen
     */
    public static ClusterMember start(Settings settings, Iterable<? extends MapContribution> contributions) {
        Config config = MemberConfiguration.from(settings);
        int backups = settings.number("voice.cluster.backups", 1);
        MissingMembers.contribute(config, backups);
        List<Union<?>> unions = new ArrayList<>();
        List<String> caches = new ArrayList<>();
        for (MapContribution contribution : contributions) {
            contribution.contribute(config, backups);
            unions.addAll(contribution.unions());
            caches.addAll(contribution.caches());
        }
        HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
        Reunion.watch(member, unions);
        MissingMembers missing = MissingMembers.watch(member, settings.duration("voice.cluster.doubt"));
        return new ClusterMember(member, missing, List.copyOf(caches));
    }

    /** A map shared by all members, by the name its component contributed. */
    public <V> SharedMap<V> map(String name) {
        return new SharedMap<>(member.getMap(name));
    }

    /** Messages of one kind to all members. */
    public Signals signals(String name) {
        return new Signals(member.getTopic(name));
    }

    /** Names this member; another one after each start, and after a split has healed. */
    public String id() {
        return member.getCluster().getLocalMember().getUuid().toString();
    }

    /** Whether the member of this id is one of the cluster now. */
    public boolean isMember(String id) {
        UUID uuid = UUID.fromString(id);
        return member.getCluster().getMembers().stream()
                .anyMatch(other -> other.getUuid().equals(uuid));
    }

    /** What this member tells the others of itself, as an attribute that a {@link MapContribution} has set. */
    public String told(String attribute) {
        return member.getCluster().getLocalMember().getAttribute(attribute);
    }

    /** What the members tell of themselves that were there before this one. */
    public List<String> toldByOlder(String attribute) {
        return older().map(other -> other.getAttribute(attribute))
                .filter(Objects::nonNull)
                .toList();
    }

    /** @param untold stands for what a member of a version does not tell that does not know the attribute yet */
    public List<String> toldByOlder(String attribute, String untold) {
        return older().map(other -> Objects.requireNonNullElse(other.getAttribute(attribute), untold))
                .toList();
    }

    private Stream<Member> older() {
        return member.getCluster().getMembers().stream().takeWhile(other -> !other.localMember());
    }

    /** Whether it is the one that does for all what one has to do. */
    public boolean isOldest() {
        return SharedMap.reached(
                () -> member.getCluster().getMembers().iterator().next().localMember());
    }

    /** How many members the cluster has, as this one sees it. */
    public int size() {
        return member.getCluster().getMembers().size();
    }

    /** Whether it has not stopped, by itself or told so. */
    public boolean runs() {
        return member.getLifecycleService().isRunning();
    }

    /** Whether every entry has its backups, so that any member may go. */
    public boolean isSafe() {
        return member.getPartitionService().isClusterSafe();
    }

    /** Whether members went without a goodbye a short while ago: what is not found may be with them. */
    public boolean inDoubt() {
        return missing.any();
    }

    /** How the cluster is, and how full its maps are; asks every member. */
    public ClusterReport report() {
        return SharedMap.reached(() -> ClusterReport.of(member, inDoubt()));
    }

    /**
     * Empties the caches of all members.
     *
     * @return how many entries they had
     */
    public long emptyCaches() {
        return caches.stream()
                .mapToLong(name -> SharedMap.reached(() -> emptied(member.getMap(name))))
                .sum();
    }

    private static long emptied(IMap<?, ?> cache) {
        long entries = cache.size();
        cache.clear();
        return entries;
    }

    /** Says goodbye, hands the entries over to the other members, and stops. */
    public void leave() {
        if (member.getLifecycleService().isRunning()) {
            missing.sayGoodbye();
            member.shutdown();
        }
    }
}
