package org.voiceagent.cluster;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Logger;

/**
 * Whether this server is about to stop. The JVM tells at the first moment of a SIGTERM, by a shutdown hook: from then on
 * the server is not ready and takes no new turn, while running ones have the server's grace to finish
 * ({@code --shutdowngrace}). Only then does the server stop the application, and {@link MemberLife} the member.
 */
@ApplicationScoped
public class Departure {

    private static final Logger LOG = Logger.getLogger(Departure.class.getName());

    private final Thread hook = new Thread(this::begin, "voice-agent-departure");

    private volatile boolean begun;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        int classes = OwnClasses.load(Departure.class);
        LOG.fine(() -> classes + " classes are loaded, whoever deletes their files");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @PreDestroy
    void stop() {
        if (!begun) {
            // an undeployed application must not be kept in memory by its hook
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /** From now on no new work; also for servers that are told before they are stopped. */
    public void begin() {
        begun = true;
        LOG.info("leaving: no new turns, running ones finish");
    }

    public boolean begun() {
        return begun;
    }
}
