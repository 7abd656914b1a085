package org.voiceagent.conversation.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.database.TestDatabases;

/** Two members: which of them may keep conversations where. */
class MemoryKindIT {

    private static final Optional<DataSource> NOWHERE = Optional.empty();

    private final DurableCluster cluster = new DurableCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_second_member_on_h2_is_refused_and_told_the_ways_out() {
        start(Optional.of(TestDatabases.h2()), Optional.of(TestDatabases.h2()));
        assertDoesNotThrow(() -> MemoryKind.requireCommon(first()));
        ConfigurationError refused = assertThrows(ConfigurationError.class, () -> MemoryKind.requireCommon(second()));
        assertTrue(refused.getMessage().contains("voice.memory.durable"), refused.getMessage());
        assertTrue(refused.getMessage().contains("voice.database.datasource"), refused.getMessage());
    }

    @Test
    void members_that_keep_nothing_and_such_that_do_are_no_cluster() {
        start(NOWHERE, Optional.of(TestDatabases.h2()));
        ConfigurationError refused = assertThrows(ConfigurationError.class, () -> MemoryKind.requireCommon(second()));
        assertTrue(refused.getMessage().contains("the same on all servers"), refused.getMessage());
    }

    @Test
    void several_members_without_a_durable_memory_are_a_cluster() {
        start(NOWHERE, NOWHERE);
        assertDoesNotThrow(() -> MemoryKind.requireCommon(second()));
    }

    @Test
    void several_members_on_postgresql_are_a_cluster() {
        DataSource shared = TestDatabases.postgresql();
        start(Optional.of(shared), Optional.of(shared));
        assertDoesNotThrow(() -> MemoryKind.requireCommon(second()));
    }

    private void start(Optional<DataSource> one, Optional<DataSource> other) {
        cluster.start(one);
        cluster.start(other);
        assertEquals(2, second().size(), "they have not met");
    }

    private ClusterMember first() {
        return cluster.member(0);
    }

    private ClusterMember second() {
        return cluster.member(1);
    }
}
