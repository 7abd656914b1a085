package verification;

import command.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the admin pages tell who has signed in. */
class AdminPages {

    private static final String API = "/admin/api/";
    private static final int FOUND = 200;
    private static final int DONE = 204;

    private final Site site;
    private final String cookie;
    private final Map<String, Object> cluster;

    private AdminPages(Site site, String cookie) {
        this.site = site;
        this.cookie = cookie;
        this.cluster = read("cluster");
    }

    /** Empty without an account, or where it is not let in, which is reported. */
    static Optional<AdminPages> signedIn(Site site, Options options, Report report) {
        if (options.account().isEmpty()) {
            return Optional.empty();
        }
        AdminPages[] signedIn = new AdminPages[1];
        report.check("admin account", () -> {
            signedIn[0] = new AdminPages(site, cookie(site, options.account().get()));
            return options.account().get().user() + " is let in";
        });
        return Optional.ofNullable(signedIn[0]);
    }

    private static String cookie(Site site, Options.Account account) {
        String body = Json.write(Map.of("user", account.user(), "password", account.password()));
        Reply reply = site.send(site.json(
                site.page(API + "sign-in").header("Origin", site.origin()).header("Accept", "application/json"),
                "POST",
                body));
        if (reply.status() != DONE) {
            throw Refusals.of("the sign-in of " + account.user(), reply);
        }
        return reply.header("Set-Cookie").replaceAll(";.*", "");
    }

    private Map<String, Object> read(String what) {
        Reply reply = site.send(site.page(API + what).header("Cookie", cookie).GET());
        if (reply.status() != FOUND) {
            throw Refusals.of("the admin page of the " + what, reply);
        }
        return reply.json();
    }

    String signedOut() {
        String csrf = Json.text(Json.object(read("sign-in").get("caller")).get("csrf"));
        site.send(site.page(API + "sign-in")
                .header("Cookie", cookie)
                .header("Origin", site.origin())
                .header("X-CSRF-Token", csrf)
                .DELETE());
        return "done";
    }

    int members() {
        return Json.list(cluster.get("members")).size();
    }

    boolean safe() {
        return Boolean.TRUE.equals(cluster.get("safe"));
    }

    boolean doubt() {
        return Boolean.TRUE.equals(cluster.get("doubt"));
    }

    /** Rows that wait for the log's database, of all members. */
    int queued() {
        return sum("queued");
    }

    /** Rows the log has lost, of all members. */
    int dropped() {
        return sum("dropped");
    }

    private int sum(String figure) {
        return Json.list(cluster.get("members")).stream()
                .map(member -> Json.object(Json.object(member).get("figures")))
                .mapToInt(figures -> Json.number(figures.get(figure)))
                .sum();
    }

    String knowledge() {
        Map<String, Object> knowledge = Json.object(read("knowledge").get("knowledge"));
        List<String> refused = Json.list(knowledge.get("documents")).stream()
                .map(Json::object)
                .filter(document -> !Json.text(document.get("refused")).isEmpty())
                .map(document -> Json.text(document.get("name")) + " " + Json.text(document.get("refused")))
                .toList();
        String mend = "mend it; the page Knowledge tells more";
        if (!refused.isEmpty()) {
            throw new Fault("documents that cannot be read: " + String.join("; ", refused), mend);
        }
        if (!Json.text(knowledge.get("trouble")).isEmpty()) {
            throw new Fault("the knowledge is not up to date: " + Json.text(knowledge.get("trouble")), mend);
        }
        return Json.list(knowledge.get("documents")).size() + " documents, none refused";
    }
}
