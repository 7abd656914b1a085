package org.voiceagent.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.Config;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.instance.impl.LifecycleServiceImpl;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happens to this side's entries when Hazelcast's own merge loses them: here they are deleted while it runs. */
class ReunionTest {

    private static final String WORDS = "words";

    @Test
    void what_hazelcasts_merge_lost_is_brought_to_the_other_side_with_the_life_it_had_left() {
        try (TestMember member = TestMember.with(new Words())) {
            IMap<String, String> words = member.hazelcast().getMap(WORDS);
            words.set("lost", "here", 1, TimeUnit.HOURS);
            words.set("on both sides", "here", 1, TimeUnit.HOURS);
            fire(member, LifecycleState.MERGING);
            words.clear();
            words.set("on both sides", "there", 1, TimeUnit.HOURS);
            fire(member, LifecycleState.MERGE_FAILED);
            await().untilAsserted(() -> {
                assertEquals("here", words.get("lost"));
                assertEquals("there here", words.get("on both sides"));
            });
            long left = words.getEntryView("lost").getExpirationTime() - System.currentTimeMillis();
            assertTrue(left > 0 && left <= Duration.ofHours(1).toMillis(), "life left: " + left);
        }
    }

    @Test
    void it_is_brought_once() {
        try (TestMember member = TestMember.with(new Words())) {
            IMap<String, String> words = member.hazelcast().getMap(WORDS);
            words.set("word", "here", 1, TimeUnit.HOURS);
            fire(member, LifecycleState.MERGING);
            words.clear();
            fire(member, LifecycleState.MERGED);
            await().untilAsserted(() -> assertEquals("here", words.get("word")));
            words.clear();
            words.set("later", "here", 1, TimeUnit.HOURS);
            fire(member, LifecycleState.MERGING);
            words.clear();
            fire(member, LifecycleState.MERGED);
            await().untilAsserted(() -> assertEquals("here", words.get("later")));
            assertNull(words.get("word"));
        }
    }

    private static void fire(TestMember member, LifecycleState state) {
        ((LifecycleServiceImpl) member.hazelcast().getLifecycleService()).fireLifecycleEvent(state);
    }

    private static final class Words implements MapContribution {

        @Override
        public void contribute(Config config, int backups) {
            config.getMapConfig(WORDS).setBackupCount(backups);
        }

        @Override
        public List<Union<?>> unions() {
            return List.of(new Union<String>(WORDS, (carried, now, ttl) -> new Append(carried, ttl)));
        }
    }

    private record Append(String carried, long ttl) implements EntryProcessor<String, String, Void> {

        @Override
        public Void process(Map.Entry<String, String> entry) {
            String there = entry.getValue();
            ((ExtendedMapEntry<String, String>) entry)
                    .setValue(there == null ? carried : there + " " + carried, ttl, TimeUnit.MILLISECONDS);
            return null;
        }
    }
}
