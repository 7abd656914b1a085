package org.voiceagent.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members are replaced by those of the next version, which stores turns in another shape, and back, under load. */
class RollingIT {

    private static final int MEMBERS = 2;
    private static final int VISITORS = 20;

    @Test
    void every_session_stays_readable_when_the_shape_changes_and_when_it_changes_back(@TempDir Path folder)
            throws Exception {
        String next = NextVersion.classPath(folder);
        try (Cluster cluster = Cluster.of("rolling", MEMBERS, Map.of("voice.cluster.backups", "1"))) {
            List<Visitor> visitors = Visitor.begun(cluster, VISITORS);
            try (Talk talk = Talk.of(visitors, cluster)) {
                String now = cluster.living().get(0).answer("/shape");
                for (String version : List.of(next, System.getProperty("java.class.path"))) {
                    for (int replaced = 0; replaced < MEMBERS; replaced++) {
                        cluster.add(version);
                        cluster.dismiss(cluster.living().get(0));
                        talk.awaitTurns(VISITORS);
                    }
                    String shape = cluster.living().get(0).answer("/shape");
                    assertEquals(version.equals(next), !shape.equals(now), "shape " + shape);
                }
            }
            visitors.forEach(visitor -> {
                assertFalse(visitor.acknowledged().isEmpty());
                assertEquals(
                        visitor.acknowledged(),
                        visitor.remembered(cluster.living().get(0)));
            });
            assertFalse(cluster.logs().contains("SerializationException"), "see the logs in target/members");
        }
    }
}
