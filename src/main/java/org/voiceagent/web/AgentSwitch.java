package org.voiceagent.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * While the agent is off calls are 503. Where an admin has switched it off at run time, what only ends, finishes or undoes
 * something goes on: a running answer is heard to its end, and visitors keep the right to take back what is theirs. By the
 * configuration it is off for good, and nothing has ever begun.
 */
public class AgentSwitch extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String TURN = "/api/voice-agent/turns/[^/]+";
    private static final String SESSION = "/api/voice-agent/sessions/current";
    private static final Pattern FINISHING = Pattern.compile(String.join(
            "|",
            "GET " + TURN + "/events",
            "POST " + TURN + "/(heard|interrupt|feedback)",
            "DELETE " + SESSION,
            "GET " + SESSION + "/(export|recordings/[^/]+)",
            "PUT " + SESSION + "/consent"));

    @Inject
    private transient AgentState agent;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (agent.on() || agent.configured() && finishes(request)) {
            chain.doFilter(request, response);
        } else {
            Problems.write(new AgentDisabled(), request, response);
        }
    }

    private static boolean finishes(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return finishes(request.getMethod(), path);
    }

    /** @param path from the context root on, decoded and without parameters */
    static boolean finishes(String method, String path) {
        return FINISHING.matcher(method + " " + path).matches();
    }
}
