package org.voiceagent.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** While the agent is off every call is 503, and the widget hides. */
public class AgentSwitch extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgentState agent;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (agent.on()) {
            chain.doFilter(request, response);
        } else {
            Problems.write(new AgentDisabled(), request, response);
        }
    }
}
