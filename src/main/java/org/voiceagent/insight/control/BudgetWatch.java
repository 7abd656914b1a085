package org.voiceagent.insight.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Daemons;
import org.voiceagent.configuration.Settings;
import org.voiceagent.insight.entity.BudgetAlert;
import org.voiceagent.insight.store.ToldAlerts;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.BudgetPeriod.Span;
import org.voiceagent.limits.entity.PeriodBudget;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.Webhook;

/**
 * Tells when half, four fifths and all of the budget of a day or a month is used: in the log, as the metric {@code
 * voice_agent_budget_alerts}, and to a webhook ({@code voice_agent_budget_webhooks} by {@code outcome}). Every server looks every few seconds, on a thread of its own and never beside a turn; the first to see it
 * tells it, for all.
 */
@ApplicationScoped
public class BudgetWatch {

    private static final Logger LOG = Logger.getLogger(BudgetWatch.class.getName());
    private static final int AFTER_THE_MEMBER = 220;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final List<Integer> PERCENTS = List.of(50, 80, 100);
    private static final String ALERTS = "voice_agent_budget_alerts";

    @Inject
    private Config config;

    @Inject
    private Allowances allowances;

    @Inject
    private ClusterMember member;

    @Inject
    private Outbound outbound;

    @Inject
    private MetricRegistry metrics;

    @Inject
    private InstantSource clock;

    private Optional<ScheduledExecutorService> thread = Optional.empty();
    private Optional<AlertWebhook> webhook = Optional.empty();

    void start(@Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event) {
        Settings settings = new Settings(config);
        List<Span> watched = Stream.of(Span.values())
                .filter(span ->
                        settings.optionalText("voice.budget." + span.word()).isPresent())
                .toList();
        if (watched.isEmpty()) {
            return;
        }
        watched.forEach(span -> PERCENTS.forEach(percent -> metrics.counter(ALERTS, tags(span, percent))));
        ScheduledExecutorService watching =
                Executors.newSingleThreadScheduledExecutor(Daemons.named("voice-agent-budget"));
        webhook = AlertWebhook.receiver(settings)
                .map(receiver -> new AlertWebhook(
                        new Webhook(receiver, outbound, watching, this::count), settings.text("voice.site.name")));
        thread = Optional.of(watching);
        watching.scheduleWithFixedDelay(this::look, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            periods().forEach(period -> allowances.budgetOf(period).ifPresent(this::look));
        } catch (ClusterUnavailable later) {
            LOG.log(Level.FINE, "looks again in the next round", later);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "the watch over the budget: a round has failed", failed);
        }
    }

    /** A turn that began before midnight is counted on the day, and in the month, in which it began. */
    private Set<BudgetPeriod> periods() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<BudgetPeriod> periods = new LinkedHashSet<>();
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            Stream.of(Span.values()).forEach(span -> periods.add(BudgetPeriod.of(span, day)));
        }
        return periods;
    }

    private void look(PeriodBudget budget) {
        for (int percent : PERCENTS) {
            if (budget.reached(percent) && ToldAlerts.claim(member, budget.period(), percent)) {
                tell(new BudgetAlert(
                        percent, budget, new Settings(config).text("voice.price.currency"), clock.instant()));
            }
        }
    }

    private void tell(BudgetAlert alert) {
        LOG.warning(alert::line);
        metrics.counter(ALERTS, tags(alert.budget().period().span(), alert.percent()))
                .inc();
        webhook.ifPresent(told -> told.send(alert));
    }

    private void count(String outcome) {
        metrics.counter("voice_agent_budget_webhooks", new Tag("outcome", outcome))
                .inc();
    }

    private static Tag[] tags(Span span, int percent) {
        return new Tag[] {new Tag("percent", Integer.toString(percent)), new Tag("period", span.word())};
    }

    @PreDestroy
    void stop() {
        thread.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}
