package verification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the servers are one cluster, whole and safe, and write what they have to write. */
class ClusterChecks {

    private static final String CLUSTER = "cluster";
    private static final String LOG = "log";
    private static final String MEMORY = "memory";
    private static final String JOIN =
            "VOICE_CLUSTER_NAME has to be the same, VOICE_CLUSTER_MEMBERS has to name all, and their ports have to reach each other";
    private static final String DATABASE =
            "start the database, or make room on its disk (of H2, the one that holds data/); the server's log says what it answered";

    private final Options options;
    private final List<Health> tellers;
    private final Optional<AdminPages> admin;
    private final Report report;

    ClusterChecks(Options options, List<Health> health, Optional<AdminPages> admin, Report report) {
        this.options = options;
        this.tellers = health.stream().filter(one -> one.tells(CLUSTER)).toList();
        this.admin = admin;
        this.report = report;
    }

    void check() {
        report.check(CLUSTER, () -> tellers.isEmpty() ? ofAdmin() : ofServers());
        report.check("log of turns", () -> tellers.isEmpty() ? logOfAdmin() : logOfServers());
        report.check("durable memory", this::memory);
        admin.ifPresent(pages -> report.check("knowledge", pages::knowledge));
    }

    private String ofServers() {
        for (Health teller : tellers) {
            int members = teller.number(CLUSTER, "members");
            requireMembers(teller.server().url() + " sees", members, teller.flag(CLUSTER, "doubt"));
            requireSafe(teller.flag(CLUSTER, "safe"));
        }
        if (tellers.stream().map(one -> one.number(CLUSTER, "members")).distinct().count() > 1) {
            throw new Fault("the servers see different clusters: " + seen(), JOIN);
        }
        return whole(tellers.get(0).number(CLUSTER, "members"));
    }

    private static String whole(int members) {
        return members == 1 ? "one member" : members + " members, and every entry has its copies";
    }

    private String seen() {
        return tellers.stream()
                .map(one -> one.server().url() + " sees " + one.text(CLUSTER, "members"))
                .collect(Collectors.joining(", "));
    }

    private String ofAdmin() {
        AdminPages pages = admin.orElseThrow(this::nobodyTells);
        requireMembers("the admin pages show", pages.members(), pages.doubt());
        requireSafe(pages.safe());
        return whole(pages.members());
    }

    /** Who has asked for so many must not take silence for a yes. */
    private RuntimeException nobodyTells() {
        return options.members().isPresent()
                ? new Fault(
                        "nobody tells how many members there are",
                        "run it where the details of /health may be read (VOICE_OPERATIONS_NETWORKS), with --each; or give it an"
                                + " account of the admin pages")
                : new Skipped("the details of /health are not told here, and no account of the admin pages is given");
    }

    private void requireMembers(String who, int members, boolean doubt) {
        int servers = options.servers().size();
        int least = options.members().orElse(servers);
        if (members < servers) {
            throw new Fault(
                    "split: %s a cluster of %d, though these are %d servers".formatted(who, members, servers), JOIN);
        }
        if (options.members().isPresent() && members != least) {
            throw new Fault(
                    "%s a cluster of %d, not of %d".formatted(who, members, least),
                    members < least ? "start the missing one, or let it in: " + JOIN : "stop what should not be there");
        }
        if (doubt && options.members().isEmpty()) {
            throw new Fault(
                    who + " that a member went without a goodbye a short while ago",
                    "start it again; where it was stopped for good, wait for voice.cluster.doubt, or say how many there should be: --members");
        }
    }

    private static void requireSafe(boolean safe) {
        if (!safe) {
            throw new Fault(
                    "some entries have no copy: should a member die now, conversations are lost",
                    "wait some seconds after a start; if it lasts, look at the members' memory and network");
        }
    }

    private String logOfServers() {
        for (Health teller : tellers) {
            if (!teller.flag(LOG, "enabled")) {
                throw new Skipped("off (voice.log.enabled)");
            }
            requireAnswers("the log's database", teller, LOG);
            requireNoneDropped(teller.server().url().toString(), teller.number(LOG, "dropped"));
        }
        return "its database answers, and no row was lost";
    }

    private String logOfAdmin() {
        AdminPages pages =
                admin.orElseThrow(() -> new Skipped("not told here; what an erasure leaves pending, below, tells as well"));
        requireNoneDropped("the admin pages show", pages.dropped());
        return "no row was lost, " + pages.queued() + " wait";
    }

    private static void requireNoneDropped(String who, int dropped) {
        if (dropped > 0) {
            throw new Fault(
                    who + ": " + dropped + " rows of the log were lost since the start",
                    DATABASE + "; a faster database, or a larger voice.log.queue");
        }
    }

    private static void requireAnswers(String what, Health teller, String check) {
        if (!teller.text(check, "database").equals("answers")) {
            throw new Fault(
                    "%s does not answer %s: %d rows wait, %d were lost"
                            .formatted(
                                    what,
                                    teller.server().url(),
                                    teller.number(check, "queued") + teller.number(check, "pending"),
                                    teller.number(check, "dropped")),
                    DATABASE);
        }
    }

    private String memory() {
        if (tellers.isEmpty()) {
            throw new Skipped("not told here");
        }
        for (Health teller : tellers) {
            if (!teller.flag(MEMORY, "durable")) {
                throw new Skipped("off (VOICE_MEMORY_DURABLE)");
            }
            requireAnswers("the memory's database", teller, MEMORY);
        }
        return "its database answers";
    }
}
