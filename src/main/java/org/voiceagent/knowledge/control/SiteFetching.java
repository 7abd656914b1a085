package org.voiceagent.knowledge.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.cluster.Signals;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.configuration.Settings;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.knowledge.entity.FetchReport;
import org.voiceagent.knowledge.entity.FetchState;
import org.voiceagent.knowledge.store.DocumentDatabase;
import org.voiceagent.knowledge.store.FetchTable;
import org.voiceagent.outbound.ForeignPages;
import org.voiceagent.outbound.Outbound;

/**
 * Fetches the pages of websites when it is time, or an admin asks for it. In a cluster one server does it, whichever comes
 * first: it holds a row of the database, which is free again some minutes after it has gone. Every call may end with a {@link
 * DatabaseUnavailable}.
 */
@ApplicationScoped
public class SiteFetching {

    private static final Logger LOG = Logger.getLogger(SiteFetching.class.getName());
    private static final String SIGNAL = "knowledge-fetching";
    private static final String ASKED = "asked";
    private static final String METRIC = "voice_agent_knowledge_pages";
    private static final String OUTCOME = "outcome";
    private static final int AFTER_THE_DOCUMENTS = 250;

    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(30);

    @Inject
    private Config config;

    @Inject
    private KnowledgeDocuments documents;

    @Inject
    private DocumentTrial trial;

    @Inject
    private DocumentDatabase database;

    @Inject
    private Outbound outbound;

    @Inject
    private MetricRegistry registry;

    @Inject
    private InstantSource clock;

    private final Rounds rounds =
            new Rounds("voice-agent-pages", Set.of(DatabaseUnavailable.class, FetchingStopped.class));
    private Optional<WebSettings> settings = Optional.empty();
    private Optional<Signals> signals = Optional.empty();
    private Optional<ClusterMember> member = Optional.empty();
    private volatile Optional<FetchLease> held = Optional.empty();

    void start(
            @Observes @Priority(AFTER_THE_DOCUMENTS) @Initialized(ApplicationScoped.class) Object event,
            ClusterMember cluster) {
        for (Tally.Outcome outcome : Tally.Outcome.values()) {
            count(outcome, 0);
        }
        WebSettings configured = WebSettings.from(new Settings(config));
        if (configured.on()) {
            begin(configured, cluster);
        } else if (documents.areKept()) {
            rounds.now(this::forgetPages);
        }
    }

    private void begin(WebSettings configured, ClusterMember cluster) {
        if (!documents.areKept()) {
            throw new ConfigurationError(
                    WebSettings.PAGES,
                    "pages are kept in the database: leave it empty, or set voice.knowledge.database");
        }
        settings = Optional.of(configured);
        member = Optional.of(cluster);
        Signals all = cluster.signals(SIGNAL);
        all.receive(asked -> rounds.now(this::look));
        signals = Optional.of(all);
        rounds.every(FIRST_LOOK, LOOK, this::look);
    }

    /** Whether the configuration names pages. */
    public boolean isOn() {
        return settings.isPresent();
    }

    /** How it stands in the cluster, where it is on. */
    public FetchState state() {
        return table().state();
    }

    /** How many pages are known. */
    public int pages() {
        return new FetchedPages(documents).all().size();
    }

    /** Has the pages fetched once more, by any server, in the background. */
    public void fetchNow() {
        table().ask(clock.instant());
        try {
            signals.ifPresent(all -> all.send(ASKED));
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "the members find it when they look again", later);
        }
    }

    private FetchTable table() {
        return database.fetches().orElseThrow(DocumentsNotKept::new);
    }

    /** What the configuration names no more is known no more. */
    private void forgetPages() {
        FetchedPages pages = new FetchedPages(documents);
        pages.all().forEach(page -> pages.remove(page.id()));
    }

    private void look() {
        FetchState state = table().state();
        WebSettings web = settings.orElseThrow();
        if (state.due(clock.instant(), web.every())) {
            FetchLease.taken(table(), state, member.orElseThrow().id(), clock).ifPresent(lease -> fetch(web, lease));
        }
    }

    private void fetch(WebSettings web, FetchLease lease) {
        Tally tally = new Tally(outcome -> count(outcome, 1));
        held = Optional.of(lease);
        try {
            PoliteWeb polite = new PoliteWeb(new ForeignPages(outbound, web.privateAddresses()), web, lease);
            SitePages found = SitePages.found(web, polite, tally);
            new FetchRun(new PageVisits(web, polite, trial), new FetchedPages(documents), trial, tally).run(found);
            lease.end(tally.report());
            tell(tally.report());
        } finally {
            held = Optional.empty();
        }
    }

    private static void tell(FetchReport report) {
        int problems = report.problems().size() + report.moreProblems();
        LOG.log(
                problems > 0 ? Level.WARNING : Level.INFO,
                () -> "pages fetched: changed=" + report.changed()
                        + " unchanged=" + report.unchanged() + " removed=" + report.removed() + " failed="
                        + report.failed()
                        + " problems=" + problems + (problems > 0 ? "; the page Knowledge of /admin/ names them" : ""));
    }

    private void count(Tally.Outcome outcome, int more) {
        registry.counter(METRIC, new Tag(OUTCOME, outcome.name().toLowerCase(Locale.ROOT)))
                .inc(more);
    }

    @PreDestroy
    void stop() {
        Optional<FetchLease> last = held;
        rounds.stopAfter(() -> last.ifPresent(FetchLease::stop));
    }
}
