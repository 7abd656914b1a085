package org.voiceagent.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/**
 * Whether the agent is on, on this server. VOICE_AGENT_ENABLED=false stands above what admins say; who switches it at run time
 * tells this bean, so that nobody who asks it needs to know them, or the cluster.
 */
@ApplicationScoped
public class AgentState {

    @Inject
    private Config config;

    private boolean configured;
    private volatile boolean switchedOn = true;

    @PostConstruct
    void read() {
        configured = new Settings(config).flag("voice.agent.enabled");
    }

    /** What the configuration says: where it is false nobody can switch the agent on. */
    public boolean configured() {
        return configured;
    }

    public boolean on() {
        return configured && switchedOn;
    }

    /** What admins say, whatever the configuration does. */
    public boolean switchedOn() {
        return switchedOn;
    }

    /** From the next call on. */
    public void switched(boolean on) {
        switchedOn = on;
    }

    /** @throws Problem 503 while the agent is off */
    public void require() {
        if (!on()) {
            throw new AgentDisabled();
        }
    }
}
