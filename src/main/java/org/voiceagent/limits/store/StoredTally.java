package org.voiceagent.limits.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What has been used of one limit, each member's part by itself: a part only grows, and only its member adds to it, so that
 * the halves of a split unite by taking the larger of each part and nothing is forgotten or counted twice. One part may be
 * no member's: what was {@link Recalled}.
 *
 * @param parts used, by member id
 * @param holds set aside and not used yet
 * @param calls that have counted last, oldest first: each may be done again when its backups are slow
 */
record StoredTally(Map<String, Long> parts, List<StoredHold> holds, List<String> calls) {

    static final StoredTally EMPTY = new StoredTally(Map.of(), List.of(), List.of());

    /**
     * More than one visitor makes in the seconds in which a call may be done again, and few enough to be sent to the backups
     * with each: an address that many share may be counted too often while a member is silent, never too seldom.
     */
    private static final int MOST_CALLS = 16;

    long used() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    long held() {
        return holds.stream().mapToLong(StoredHold::amount).sum();
    }

    StoredTally plus(String member, long amount) {
        Map<String, Long> grown = new TreeMap<>(parts);
        grown.merge(member, amount, Long::sum);
        return new StoredTally(Map.copyOf(grown), holds, calls);
    }

    boolean counted(String call) {
        return calls.contains(call);
    }

    StoredTally counting(String call) {
        List<String> all = Stream.concat(calls.stream(), Stream.of(call)).toList();
        return new StoredTally(parts, holds, all.subList(Math.max(0, all.size() - MOST_CALLS), all.size()));
    }

    boolean holds(String id) {
        return holds.stream().anyMatch(hold -> hold.id().equals(id));
    }

    StoredTally with(StoredHold hold) {
        return new StoredTally(
                parts, Stream.concat(holds.stream(), Stream.of(hold)).toList(), calls);
    }

    StoredTally without(String hold) {
        return new StoredTally(
                parts, holds.stream().filter(known -> !known.id().equals(hold)).toList(), calls);
    }

    /** Without the holds whose members did not settle them in time. */
    StoredTally at(long now) {
        return holds.stream().allMatch(hold -> hold.until() > now)
                ? this
                : new StoredTally(
                        parts, holds.stream().filter(hold -> hold.until() > now).toList(), calls);
    }

    StoredTally unitedWith(StoredTally other) {
        List<StoredHold> both = Stream.concat(
                        holds.stream(), other.holds.stream().filter(hold -> !holds(hold.id())))
                .toList();
        return new StoredTally(Recalled.united(parts, other.parts), both, calls);
    }

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        return "used %d, by member %s; set aside %d, %s".formatted(used(), parts, held(), holds);
    }

    static final class Serializer implements CompactSerializer<StoredTally> {

        @Override
        public StoredTally read(CompactReader reader) {
            String[] members = reader.readArrayOfString("members");
            long[] amounts = reader.readArrayOfInt64("amounts");
            Map<String, Long> parts = new TreeMap<>();
            for (int index = 0; index < members.length; index++) {
                parts.put(members[index], amounts[index]);
            }
            return new StoredTally(
                    Map.copyOf(parts),
                    List.of(reader.readArrayOfCompact("holds", StoredHold.class)),
                    List.of(reader.readArrayOfString("calls")));
        }

        @Override
        public void write(CompactWriter writer, StoredTally tally) {
            List<Map.Entry<String, Long>> parts = List.copyOf(tally.parts().entrySet());
            writer.writeArrayOfString(
                    "members", parts.stream().map(Map.Entry::getKey).toArray(String[]::new));
            writer.writeArrayOfInt64(
                    "amounts", parts.stream().mapToLong(Map.Entry::getValue).toArray());
            writer.writeArrayOfCompact("holds", tally.holds().toArray(StoredHold[]::new));
            writer.writeArrayOfString("calls", tally.calls().toArray(String[]::new));
        }

        @Override
        public String getTypeName() {
            return "tally";
        }

        @Override
        public Class<StoredTally> getCompactClass() {
            return StoredTally.class;
        }
    }
}
