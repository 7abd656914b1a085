package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bodies ten times over the default limit of 10 MiB: a server that took in one of them would show it. */
class UploadMemoryIT {

    private static final int PARALLEL = 2;
    private static final int ROUNDS = 4;
    private static final int BODY_MEGABYTES = 100;
    private static final int MOST_MEGABYTES = 64;

    @Test
    void bodies_over_the_limit_take_under_64_megabytes_more() throws Exception {
        Server server = Servers.embedded();
        Servers.awaitReady(server);
        Uploads uploads = new Uploads(Calls.to(server), new byte[BODY_MEGABYTES * 1024 * 1024]);
        long before = server.residentMegabytes();
        long most = before;
        for (int round = 0; round < ROUNDS; round++) {
            Map<Integer, Integer> statuses = uploads.inParallel(PARALLEL);
            assertTrue(Set.of(413, 503, Uploads.CLOSED).containsAll(statuses.keySet()), statuses.toString());
            assertTrue(statuses.getOrDefault(413, 0) > 0, statuses.toString());
            most = Math.max(most, server.residentMegabytes());
        }
        assertTrue(most - before < MOST_MEGABYTES, before + " MB grew to " + most + " MB");
        assertEquals(200, Calls.to(server).get("/").orElseThrow().statusCode());
    }
}
