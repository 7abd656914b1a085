package verification;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** All that is looked at, in the order in which a visitor would miss it. */
class Deployment {

    private final Options options;
    private final Report report;
    private final SSLContext trust;
    private final Site site;
    private final List<Site> servers;

    Deployment(Options options, Report report) {
        this.options = options;
        this.report = report;
        this.trust = Trust.of(options.caFile());
        this.site = new Site(options.url(), options.publicUrl(), Site.client(trust));
        this.servers = options.servers().stream().map(site::at).toList();
    }

    void check() {
        if (!certificates()) {
            skipTheRest("nothing is sent on a connection that is not to be trusted");
        } else if (!new Setup(site, servers, options, report).check()) {
            skipTheRest("no agent answers");
        } else {
            Optional<AdminPages> admin = AdminPages.signedIn(site, options, report);
            try {
                outside(admin);
            } finally {
                admin.ifPresent(pages -> report.check("admin signed out", pages::signedOut));
            }
            visit();
        }
    }

    private void visit() {
        if (options.has("no-turn")) {
            report.check("session", () -> {
                throw new Skipped("--no-turn; what follows from it is skipped too");
            });
        } else {
            new Visit(site, servers, options, report).check();
        }
    }

    private void outside(Optional<AdminPages> admin) {
        List<Health> health = new HealthChecks(servers, report).check();
        new ClusterChecks(options, health, admin, report).check();
        new OriginChecks(site, options, report).check();
        new DoorChecks(site, options, report).check();
    }

    /** Whether they may be trusted, all of them; without TLS there is nothing to trust. */
    private boolean certificates() {
        Certificates certificates = new Certificates(trust, options);
        List<URI> addresses = Stream.concat(Stream.of(options.url()), options.servers().stream())
                .distinct()
                .toList();
        return addresses.stream()
                .map(url -> report.check("certificate", () -> certificates.check(url))
                        || url.getScheme().equals("http"))
                .reduce(true, Boolean::logicalAnd);
    }

    private void skipTheRest(String why) {
        report.check("all else", () -> {
            throw new Skipped(why);
        });
    }
}
