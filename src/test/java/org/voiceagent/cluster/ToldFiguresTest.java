package org.voiceagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ToldFiguresTest {

    private static final Instant NOW = Instant.parse("2030-05-06T10:20:00.123Z");

    private static TestMember member;

    @BeforeAll
    static void start() {
        member = TestMember.with(new FigureMap());
    }

    @AfterAll
    static void stop() {
        member.close();
    }

    @Test
    void servers_tell_each_other_how_they_are_and_silent_ones_are_forgotten() {
        ToldFigures told = new FigureMap().figures(member.member());
        MemberFigures figures = running(3);
        String one = UUID.randomUUID().toString();
        told.tell(one, figures);
        assertEquals(figures, told.all().get(one));
        long life = member.hazelcast().getMap(FigureMap.NAME).getEntryView(one).getTtl();
        assertTrue(life <= Duration.ofSeconds(20).toMillis(), "" + life);
    }

    @Test
    void what_runs_is_what_runs_on_members_that_are_there() {
        ToldFigures told = new FigureMap().figures(member.member());
        told.tell(member.member().id(), running(4));
        told.tell(UUID.randomUUID().toString(), running(5));
        assertEquals(4, told.running(member.member()), "one that has gone has told of five");
        told.tell(member.member().id(), running(0));
        assertEquals(0, told.running(member.member()));
    }

    private static MemberFigures running(long turns) {
        return new MemberFigures("1.0.0", "17.0.15+6", NOW, turns, 2, 1, 0);
    }
}
