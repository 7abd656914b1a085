package org.voiceagent.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/** VOICE_AGENT_ENABLED: while it is false every call is 503, and the widget hides. */
public class AgentSwitch extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Config config;

    private transient boolean enabled;

    @Override
    public void init() {
        enabled = new Settings(config).flag("voice.agent.enabled");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (enabled) {
            chain.doFilter(request, response);
        } else {
            Problems.write(
                    new Problem("agent-disabled", 503, "The agent is off", "The agent is switched off for now."),
                    request,
                    response);
        }
    }
}
