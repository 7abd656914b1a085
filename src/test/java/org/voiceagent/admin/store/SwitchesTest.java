package org.voiceagent.admin.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.cluster.TestMember;

/** What admins keep in the cluster, on a member in this JVM. */
class SwitchesTest {

    private static final Instant NOW = Instant.parse("2030-05-06T10:20:00.123Z");

    private static final String KEY = "agent";

    private static TestMember member;

    @BeforeAll
    static void start() {
        member = TestMember.with(new SwitchMap());
    }

    @AfterAll
    static void stop() {
        member.close();
    }

    @Test
    void what_an_admin_has_set_stays_until_it_is_set_again() {
        Switches switches = new SwitchMap().switches(member.member());
        assertEquals(Optional.empty(), switches.agent());
        try (EntryChanges changes = switches.changes()) {
            AgentSetting off = new AgentSetting(false, "It says odd things.", "admin", NOW);
            switches.agent(off);
            changes.await(Duration.ofSeconds(10));
            assertEquals(Optional.of(off), switches.agent());
        }
        long end = member.hazelcast().getMap(SwitchMap.NAME).getEntryView(KEY).getExpirationTime();
        assertEquals(Long.MAX_VALUE, end, "it must not come on again by itself");
        String shown = member.hazelcast().getMap(SwitchMap.NAME).get(KEY).toString();
        assertTrue(shown.startsWith("off by admin"), shown);
        AgentSetting on = new AgentSetting(true, "", "admin", NOW.plusMillis(1));
        switches.agent(new AgentSetting(true, "", "admin", NOW.minusSeconds(60)));
        assertEquals(Optional.of(on), switches.agent(), "later than what stood, though the clock has gone back");
    }

    @Test
    void what_the_cluster_has_lost_is_put_back_by_a_server_that_knows_it() {
        Switches switches = new SwitchMap().switches(member.member());
        IMap<String, StoredSetting> map = member.hazelcast().getMap(SwitchMap.NAME);
        switches.agent(new AgentSetting(true, "", "admin", NOW));
        StoredSetting older = map.get(KEY);
        switches.agent(new AgentSetting(false, "It says odd things.", "admin", NOW.plusSeconds(1)));
        StoredSetting off = map.get(KEY);
        map.delete(KEY);
        assertEquals(Optional.of(off.setting()), switches.agent());
        assertEquals(off, map.get(KEY));
        map.set(KEY, older);
        assertEquals(Optional.of(off.setting()), switches.agent());
        assertEquals(off, map.get(KEY));
        assertEquals(Long.MAX_VALUE, map.getEntryView(KEY).getExpirationTime());
        StoredSetting newer = off.notBefore(off.at() + 1);
        map.set(KEY, newer);
        assertEquals(Optional.of(newer.setting()), switches.agent());
        map.delete(KEY);
    }
}
