package org.voiceagent.demo.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/** Before the demo shop and its help centre: where the demo is off, there is nothing. */
public class DemoDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Config config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (new Settings(config).flag("voice.demo.enabled")) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
