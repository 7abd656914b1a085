package verification;

import command.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the servers are up, as far as they, or the proxy, say so. */
class HealthChecks {

    private static final int UP = 200;
    private static final int DOWN = 503;
    private static final Map<String, String> REMEDIES = Map.of(
            "live", "the member has stopped, as it does when the memory is used up: look at the server's log, and start it anew",
            "ready", "the server starts or is about to stop, or its member has not joined: look at its log",
            "started", "it still loads its engines or its knowledge: wait, then look at its log");

    private final List<Site> servers;
    private final Report report;

    HealthChecks(List<Site> servers, Report report) {
        this.servers = servers;
        this.report = report;
    }

    /** @return of each server that tells */
    List<Health> check() {
        List<Health> ready = new ArrayList<>();
        for (String kind : List.of("live", "ready", "started")) {
            report.check("health/" + kind, () -> all(kind, kind.equals("ready") ? ready : new ArrayList<>()));
        }
        return ready;
    }

    private String all(String kind, List<Health> told) {
        for (Site server : servers) {
            Reply reply = server.look("/health/" + kind);
            boolean health = reply.isJson() && (reply.status() == UP || reply.status() == DOWN);
            if (health) {
                told.add(new Health(server, checks(reply)));
            }
            if (health ? reply.status() == DOWN : reply.status() >= 500) {
                throw new Fault(
                        server.url() + " is down" + (health ? ": " + reply.text() : ", HTTP " + reply.status()),
                        REMEDIES.get(kind));
            }
        }
        if (told.isEmpty()) {
            throw new Skipped("/health is not let through here, as it should be; the servers themselves tell it: --each");
        }
        return told.size() == 1 && servers.size() == 1 ? "up" : told.size() + " of " + servers.size() + " servers say up";
    }

    private static Map<String, Map<String, Object>> checks(Reply reply) {
        Map<String, Map<String, Object>> checks = new HashMap<>();
        for (Object one : Json.list(reply.json().get("checks"))) {
            Map<String, Object> check = Json.object(one);
            checks.put(Json.text(check.get("name")), Json.object(check.get("data")));
        }
        return checks;
    }
}
