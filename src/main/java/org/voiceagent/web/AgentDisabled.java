package org.voiceagent.web;

/** The agent is off, by its configuration or by an admin. */
final class AgentDisabled extends Problem {

    private static final long serialVersionUID = 1L;

    AgentDisabled() {
        super("agent-disabled", 503, "The agent is off", "The agent is switched off for now.");
    }
}
