package org.voiceagent.conversation.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.configuration.Daemons;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.Handoff;
import org.voiceagent.conversation.entity.HandoffMessage;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.Webhook;
import org.voiceagent.web.Problem;

/**
 * Sends visitors' messages to the webhook behind which a person is; the metric {@code voice_agent_handoffs} counts them by
 * {@code outcome}. They are in no log and no store: in this server's memory until they are delivered or given up.
 */
@ApplicationScoped
public class HandoffMessages {

    private static final int AFTER_THE_MEMBER = 220;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Messages that are not delivered yet, each with a whole conversation. */
    private static final int MOST_WAITING = 50;

    @Inject
    private Config config;

    @Inject
    private Handoff ways;

    @Inject
    private ConsentCheck consent;

    @Inject
    private ConversationMemory memory;

    @Inject
    private Allowances allowances;

    @Inject
    private Outbound outbound;

    @Inject
    private MetricRegistry metrics;

    @Inject
    private InstantSource clock;

    private final Semaphore room = new Semaphore(MOST_WAITING);
    private Optional<ScheduledExecutorService> thread = Optional.empty();
    private Optional<Webhook> webhook = Optional.empty();

    void start(@Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event) {
        Webhook.OUTCOMES.forEach(this::sent);
        if (!ways.message()) {
            return;
        }
        thread = Optional.of(Executors.newSingleThreadScheduledExecutor(Daemons.named("voice-agent-handoff")));
        webhook = HandoffWays.receiver(new Settings(config))
                .map(receiver -> new Webhook(receiver, outbound, thread.orElseThrow(), this::over));
    }

    /** @throws Problem 404 where nobody is there to be told */
    public void requirePossible() {
        if (webhook.isEmpty()) {
            throw new Problem("handoff-not-offered", 404, "Not offered", "No person is sent messages from here.");
        }
    }

    /**
     * Takes a message, to be delivered soon.
     *
     * @throws Problem 403 without the consent that is required; 404 without session; 429 after too many; 503 when too much
     *     waits for a receiver that does not answer
     */
    public void send(SessionRef session, HandoffMessage message, String address) {
        requirePossible();
        consent.require(session);
        Conversation conversation = memory.recall(session).orElseThrow(() -> SessionProblem.unknownTo(memory));
        String site = new Settings(config).text("voice.site.name");
        String json = HandoffJson.of(message, conversation, site, clock.instant());
        if (!room.tryAcquire()) {
            throw new Problem(
                    "handoff-busy", 503, "Not now", "Too many messages wait to be delivered.", Optional.of(SOON));
        }
        try {
            allowances.forHandoff(address, session.value());
        } catch (RuntimeException refused) {
            room.release();
            throw refused;
        }
        webhook.ifPresent(told -> told.send(json));
    }

    private void over(String outcome) {
        room.release();
        sent(outcome).inc();
    }

    private Counter sent(String outcome) {
        return metrics.counter("voice_agent_handoffs", new Tag("outcome", outcome));
    }

    @PreDestroy
    void stop() {
        thread.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}
