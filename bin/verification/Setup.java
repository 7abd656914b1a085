package verification;

import command.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What runs: that it answers, which release it is, its engines, and what it does today. */
class Setup {

    private static final Map<String, String> SERVICES = Map.of(
            "text", "it only writes",
            "site", "it answers in the site's own words, without a model",
            "closed", "it is closed");

    private final Site site;
    private final List<Site> servers;
    private final Options options;
    private final Report report;

    Setup(Site site, List<Site> servers, Options options, Report report) {
        this.site = site;
        this.servers = servers;
        this.options = options;
        this.report = report;
    }

    /** @return whether an agent answers at all */
    boolean check() {
        if (!report.check("answers", () -> "a Voice Agent, in " + languages())) {
            return false;
        }
        report.check("release", this::release);
        report.check("engines", this::engines);
        report.check("service", this::service);
        return true;
    }

    private Map<String, Object> config() {
        Reply reply = site.send(site.api("/config").GET());
        if (reply.status() != 200) {
            throw Refusals.of("GET /config", reply);
        }
        return reply.json();
    }

    private String languages() {
        return String.join(
                ", ", Json.list(config().get("languages")).stream().map(Json::text).toList());
    }

    private String release() {
        TreeSet<String> found = new TreeSet<>();
        List<Site> all = new ArrayList<>(servers);
        all.add(site);
        for (Site one : all) {
            Reply reply = one.send(one.page("/voice-agent/release.json").GET());
            if (reply.status() != 200) {
                throw Refusals.of("the widget's release at " + one.url(), reply);
            }
            found.add(Json.text(reply.json().get("release")));
        }
        String told = String.join(", ", found);
        if (found.size() > 1) {
            throw new Fault("the servers run different releases: " + told, "finish the update, or stop the old servers");
        }
        if (options.release().filter(expected -> !expected.equals(told)).isPresent()) {
            throw new Fault(
                    "release " + told + " runs, not " + options.release().get(),
                    "deploy the other one; or the proxy still leads to old servers");
        }
        return told + " (voice-agent/release.json)";
    }

    private String engines() {
        Map<String, Object> engines = Json.object(config().get("engines"));
        List<String> told = new ArrayList<>();
        engines.forEach((stage, value) -> {
            Map<String, Object> engine = Json.object(value);
            if (Boolean.TRUE.equals(engine.get("unavailable"))) {
                throw new Fault(
                        "the engine of " + stage + " has failed to load", "look at the server's log; it may need more memory");
            }
            if (!Boolean.TRUE.equals(engine.get("ready"))) {
                throw new Fault("the engine of " + stage + " is still loading", "wait until /health/started is 200");
            }
            told.add(stage + " " + Json.text(engine.get("engine")));
        });
        return String.join(", ", told);
    }

    private String service() {
        String service = Json.text(config().get("service"));
        if (!service.equals("voice")) {
            throw new Fault(
                    SERVICES.getOrDefault(service, "unknown: " + service),
                    "the budget of the day or month is spent: raise voice.budget.day, voice.budget.month, or wait");
        }
        return "it listens and speaks";
    }
}
