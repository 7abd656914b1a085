package verification;

import java.util.List;

/** What must not be open to strangers. */
class DoorChecks {

    private static final String DEMO = "Linden Street Cycles";
    private static final int FOUND = 200;
    /** To the sign-in of a proxy. */
    private static final int REDIRECTS = 3;

    private static final int UNAUTHORIZED = 401;

    private final Site site;
    private final Options options;
    private final Report report;

    DoorChecks(Site site, Options options, Report report) {
        this.site = site;
        this.options = options;
        this.report = report;
    }

    void check() {
        report.check("admin pages", this::admin);
        report.check("demo", this::demo);
        report.check("operations", this::operations);
    }

    private String admin() {
        Reply reply = site.look("/admin/api/cluster");
        if (reply.status() == FOUND && reply.isJson()) {
            throw new Fault(
                    "the admin pages are open to everybody",
                    "the proxy signs in for all who come, or what answers is no Voice Agent: take its cookie or header away");
        }
        if (reply.status() >= 500) {
            throw Refusals.of("the admin pages", reply);
        }
        boolean asks = reply.status() == UNAUTHORIZED || reply.status() / 100 == REDIRECTS;
        if (asks && options.admin().equals("closed")) {
            throw new Fault(
                    "the admin pages ask for a sign-in here, and should not be there",
                    "let the proxy refuse /admin/ from outside, or configure no account");
        }
        if (!asks && options.admin().equals("sign-in")) {
            throw new Fault(
                    "the admin pages are closed: HTTP " + reply.status(),
                    "VOICE_ADMIN_PASSWORD_HASH or voice.admin.oidc.* opens them; or the proxy refuses /admin/");
        }
        return asks ? "they ask for a sign-in" : "closed (" + reply.status() + ")";
    }

    private void requireProduction() {
        if (!options.has("production")) {
            throw new Skipped("only with --production");
        }
    }

    private String demo() {
        requireProduction();
        if (site.look("/help/").text().contains(DEMO) || site.look("/").text().contains(DEMO)) {
            throw new Fault("the demo's pages are there", "VOICE_DEMO_ENABLED=false");
        }
        if (site.send(site.api("/config").GET()).text().contains(DEMO)) {
            throw new Fault(
                    "the agent greets visitors in the name of the demo's shop",
                    "say who you are: VOICE_SITE_NAME, VOICE_SITE_GREETING, and VOICE_KNOWLEDGE_LOCATION what you know");
        }
        return "off";
    }

    /** The description comes last: to tell it the first time costs a server memory. */
    private String operations() {
        requireProduction();
        for (String path : List.of("/metrics", "/health", "/openapi")) {
            Reply reply = site.look(path);
            boolean told = path.equals("/health") ? reply.text().contains("\"checks\"") : reply.status() == FOUND;
            if (told) {
                throw new Fault(
                        path + " can be read here",
                        "VOICE_OPERATIONS_NETWORKS names who may, and the proxy should refuse it; inside of these networks leave"
                                + " --production out");
            }
        }
        return "/metrics, /openapi and the details of /health are closed";
    }
}
