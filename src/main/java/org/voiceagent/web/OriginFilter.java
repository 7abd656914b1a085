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

/**
 * CORS as the Fetch standard has it, and more: a call from an origin that is not allowed is refused, not just unreadable,
 * because it would cost money all the same. The Origin is no authentication: limits and sessions are.
 */
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String PREFLIGHT_MAX_AGE_SECONDS = "600";

    @Inject
    private transient Config config;

    private transient Origins origins;

    @Override
    public void init() {
        origins = Origins.from(new Settings(config));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (origin == null ? origins.required() : !origins.allow(origin)) {
            Problems.write(new OriginRefused(), request, response);
            return;
        }
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", "Retry-After, " + RequestId.HEADER);
        }
        if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Last-Event-ID");
            response.setHeader("Access-Control-Max-Age", PREFLIGHT_MAX_AGE_SECONDS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod())
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static final class OriginRefused extends Problem {

        private static final long serialVersionUID = 1L;

        OriginRefused() {
            super("origin-not-allowed", 403, "Not allowed", "Pages of this origin may not call the agent.");
        }
    }
}
