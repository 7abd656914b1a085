package verification;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** Whose pages may call, and that all answers carry their headers. */
class OriginChecks {

    private static final String API_CONFIG = "/api/voice-agent/config";
    private static final String STRANGER = "https://verify.invalid";
    private static final int ADMITTED = 200;
    private static final int REFUSED = 403;
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String PROXY = "the proxy drops or replaces it: let the agent's own headers through";
    private static final List<String> EVERYWHERE = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "X-Request-Id");

    private final Site site;
    private final Options options;
    private final Report report;

    OriginChecks(Site site, Options options, Report report) {
        this.site = site;
        this.options = options;
        this.report = report;
    }

    void check() {
        report.check("headers of a page", () -> headers(page()));
        report.check("headers of the API", () -> {
            Reply reply = site.send(site.api("/config").GET());
            require("Vary", reply.header("Vary").contains("Origin"));
            return headers(reply);
        });
        report.check("foreign origin", this::stranger);
        report.check("without an origin", this::nobody);
        for (String origin : options.origins()) {
            report.check("origin", () -> admitted(origin));
        }
    }

    /** One that is always the agent's own, where there is no other. */
    private Reply page() {
        Reply embed = site.look("/embed");
        return embed.status() == ADMITTED ? embed : site.look("/voice-agent/release.json");
    }

    private static String headers(Reply reply) {
        for (String name : EVERYWHERE) {
            require(name, !reply.header(name).isEmpty());
        }
        require("X-Content-Type-Options", reply.header("X-Content-Type-Options").contains("nosniff"));
        require("Content-Security-Policy", reply.header("Content-Security-Policy").contains("default-src 'none'"));
        String permissions = reply.header("Permissions-Policy");
        if (permissions.contains("microphone=()")) {
            throw new Fault("Permissions-Policy forbids the microphone: " + permissions, PROXY);
        }
        return "all there";
    }

    private static void require(String name, boolean holds) {
        if (!holds) {
            throw new Fault("the header " + name + " is missing or another", PROXY);
        }
    }

    private Reply configFor(String origin) {
        return site.send(site.page(API_CONFIG).header("Origin", origin).GET());
    }

    private String stranger() {
        Reply reply = configFor(STRANGER);
        if (reply.status() != REFUSED) {
            throw new Fault(
                    "any website may call the agent, at your cost: %s got %d".formatted(STRANGER, reply.status()),
                    "take * out of voice.origins; or the proxy drops the header Origin");
        }
        return "refused";
    }

    private String nobody() {
        int status = site.look(API_CONFIG).status();
        if (status != ADMITTED && status != REFUSED) {
            throw new Fault("GET /config without an Origin is " + status, "look at the proxy's rules");
        }
        return status == ADMITTED ? "admitted (voice.api.require-origin=false)" : "refused (voice.api.require-origin)";
    }

    private String admitted(String origin) {
        Reply reply = configFor(origin);
        if (reply.problem().equals("origin-not-allowed")) {
            throw new Fault(origin + " may not call the agent", "add it to voice.origins, as its pages' address bar shows it");
        }
        if (reply.status() != ADMITTED) {
            throw Refusals.of(origin, reply);
        }
        requireAllowed(origin, reply);
        Reply asked = site.send(site.page(API_CONFIG.replace("config", "chat"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        requireAllowed(origin, asked);
        if (asked.status() / 100 != 2
                || !asked.header("Access-Control-Allow-Headers").contains("Authorization")) {
            throw new Fault(
                    "the question of " + origin + "'s pages before a call (OPTIONS) is " + asked.status(),
                    "the proxy answers OPTIONS itself: lead it to the agent");
        }
        return origin + " is admitted";
    }

    private static void requireAllowed(String origin, Reply reply) {
        if (!reply.header(ALLOWED).equals(origin)) {
            throw new Fault(
                    ALLOWED + " for " + origin + " is \"" + reply.header(ALLOWED) + '"',
                    "leave CORS to the agent: the proxy must neither add nor drop these headers");
        }
    }
}
