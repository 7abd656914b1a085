package org.voiceagent.it;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Whole servers that are one cluster, on an upstream. */
final class ServerCluster implements AutoCloseable {

    private static final Duration JOINED = Duration.ofSeconds(60);

    private final List<Server> servers = new ArrayList<>();
    private final List<Integer> memberPorts = new ArrayList<>();
    private final Map<String, String> environment;
    private final String name = "it-" + UUID.randomUUID();
    private int started;

    /** @param most servers it can have */
    ServerCluster(int most, Map<String, String> environment) {
        this.environment = environment;
        for (int i = 0; i < most; i++) {
            memberPorts.add(freePort());
        }
    }

    private static int freePort() {
        try {
            return Server.freePort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Starts one more and waits until all see each other. */
    Server add(UnaryOperator<ServerSetup> change) {
        int index = started++;
        servers.removeIf(server -> !server.alive());
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("VOICE_LOG_ENABLED", "false");
        all.put("VOICE_CLUSTER_NAME", name);
        all.put("VOICE_CLUSTER_PORT", memberPorts.get(index).toString());
        all.put(
                "VOICE_CLUSTER_MEMBERS",
                memberPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
        Server server = Server.started(
                "cluster-" + started, change.apply(ServerSetup.slim(all).brief()));
        servers.add(server);
        await().atMost(JOINED).until(() -> servers.stream().allMatch(one -> sees(one, servers.size())));
        return server;
    }

    String name() {
        return name;
    }

    /** Whether it sees so many members, itself included, and all partitions safe; Payara writes all details of its health as strings. */
    static boolean sees(Server server, int members) {
        return Calls.to(server)
                .get("/health/ready")
                .map(Calls::object)
                .map(health -> health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .filter(check -> check.getString("name").equals("cluster"))
                        .map(check -> check.getJsonObject("data"))
                        .anyMatch(data -> data.getString("members").equals(Integer.toString(members))
                                && data.getString("safe").equals("true")))
                .orElse(false);
    }

    /** Stops all at once. */
    @Override
    public void close() {
        servers.parallelStream().forEach(Server::close);
    }
}
