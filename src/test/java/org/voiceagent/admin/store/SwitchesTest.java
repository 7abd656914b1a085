package org.voiceagent.admin.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.admin.entity.AgentSetting;
import org.voiceagent.admin.entity.MemberFigures;
import org.voiceagent.cluster.EntryChanges;
import org.voiceagent.cluster.TestMember;

/** What admins keep in the cluster, on a member in this JVM. */
class SwitchesTest {

    private static final Instant NOW = Instant.parse("2030-05-06T10:20:00.123Z");

    private static TestMember member;

    @BeforeAll
    static void start() {
        member = TestMember.with(new SwitchMap(), new FigureMap());
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
        long end =
                member.hazelcast().getMap(SwitchMap.NAME).getEntryView("agent").getExpirationTime();
        assertEquals(Long.MAX_VALUE, end, "it must not come on again by itself");
        String shown = member.hazelcast().getMap(SwitchMap.NAME).get("agent").toString();
        assertTrue(shown.startsWith("off by admin"), shown);
        AgentSetting on = new AgentSetting(true, "", "admin", NOW);
        switches.agent(on);
        assertEquals(Optional.of(on), switches.agent());
    }

    @Test
    void servers_tell_each_other_how_they_are_and_silent_ones_are_forgotten() {
        ToldFigures told = new FigureMap().figures(member.member());
        MemberFigures figures = new MemberFigures("1.0.0", "17.0.15+6", NOW, 3, 2, 1, 0);
        told.tell("one", figures);
        assertEquals(figures, told.all().get("one"));
        long life =
                member.hazelcast().getMap(FigureMap.NAME).getEntryView("one").getTtl();
        assertTrue(life <= Duration.ofSeconds(20).toMillis(), "" + life);
    }
}
