package verification;

import command.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A visitor's stay: a session, a question asked aloud, what is kept of it, and its end. */
class Visit {

    private static final int MADE = 201;
    private static final int DONE = 200;
    private static final int LATER = 202;
    private static final int GONE = 404;
    private static final String CURRENT = "/sessions/current";

    private final Site site;
    private final List<Site> everywhere;
    private final List<Site> servers;
    private final Options options;
    private final Report report;
    private String session = "";
    private boolean direct;

    Visit(Site site, List<Site> servers, Options options, Report report) {
        this.site = site;
        this.servers = servers;
        this.everywhere = Stream.concat(Stream.of(site), servers.stream()).distinct().toList();
        this.options = options;
        this.report = report;
    }

    void check() {
        if (report.check("session", this::begin)) {
            try {
                stay();
            } finally {
                report.check("memory erased", this::erased);
            }
        }
    }

    private String begin() {
        Reply reply = site.send(site.api("/sessions").POST(BodyPublishers.noBody()));
        if (reply.status() != MADE) {
            throw Refusals.of("POST /sessions", reply);
        }
        session = Json.text(reply.json().get("sessionId"));
        Map<String, Object> config = site.send(site.api("/config").GET()).json();
        direct = Boolean.TRUE.equals(Json.object(config.get("switches")).get("direct"));
        Map<String, Object> consent = Json.object(config.get("consent"));
        if (!Boolean.TRUE.equals(consent.get("required"))) {
            return "begun";
        }
        Map<String, Object> agreed = Map.of("conversation", true, "textVersion", Json.text(consent.get("version")));
        Reply noted = site.send(site.json(site.inSession(session, CURRENT + "/consent"), "PUT", Json.write(agreed)));
        if (noted.status() / 100 != 2) {
            throw Refusals.of("the consent", noted);
        }
        return "begun, with consent";
    }

    private void stay() {
        Speech speech = new Speech(site, session, options.question());
        Optional<String> unheard = options.has("no-voice")
                ? Optional.of("--no-voice")
                : Optional.of("voice.api.direct=false: there is no other way to make a question heard").filter(why -> !direct);
        boolean asked = report.check("speech", () -> {
            unheard.ifPresent(why -> {
                throw new Skipped(why + "; it is asked in writing");
            });
            return speech.check();
        });
        Turn turn = new Turn(site, session, options);
        String name = speech.sound().isEmpty() ? "typed turn" : "spoken turn";
        if (report.check(name, () -> turn.ask(asked ? speech.sound() : Optional.empty()))) {
            report.check("streaming", turn::streamed);
            report.check("memory kept", () -> kept(turn.id()));
        }
        report.check("speech cache", () -> new SpeechCache(servers.get(0), options).check(speech));
        report.check("live (WebSocket)", () -> new Live(site, session).check());
    }

    private String kept(String turn) {
        for (Site one : everywhere) {
            Reply reply = one.send(one.inSession(session, CURRENT).GET());
            if (reply.status() == GONE) {
                throw new Fault(
                        "memory is not shared: " + one.url() + " does not know the session that " + site.url() + " has begun",
                        "the servers are not one cluster: look at VOICE_CLUSTER_NAME, VOICE_CLUSTER_MEMBERS and the ports between them");
            }
            if (reply.status() != DONE) {
                throw Refusals.of("the session at " + one.url(), reply);
            }
            boolean there = Json.list(reply.json().get("turns")).stream()
                    .anyMatch(kept -> Json.text(Json.object(kept).get("turnId")).equals(turn));
            if (!there) {
                throw new Fault("the turn is not remembered at " + one.url(), "look at the server's log");
            }
        }
        return "the turn is remembered" + (everywhere.size() > 1 ? " at all " + everywhere.size() + " addresses" : "");
    }

    private String erased() {
        Reply reply = site.send(site.inSession(session, CURRENT).DELETE());
        if (reply.status() != DONE && reply.status() != LATER) {
            throw Refusals.of("the erasure", reply);
        }
        List<String> pending =
                Json.list(reply.json().get("pending")).stream().map(Json::text).toList();
        if (!pending.isEmpty()) {
            throw new Fault(
                    "the erasure is pending in: " + String.join(", ", pending),
                    "this store does not answer: start it, or make room on its disk; what is pending is erased when it does");
        }
        for (Site one : everywhere) {
            int status = one.send(one.inSession(session, CURRENT).GET()).status();
            if (status != GONE) {
                throw new Fault(
                        "the erased session is " + status + " at " + one.url() + ", not 404", "look at the server's log");
            }
        }
        return "nothing is pending: " + Json.write(reply.json().get("erased"));
    }
}
