package org.voiceagent.admin.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.voiceagent.admin.control.Accounts;
import org.voiceagent.admin.control.ProviderDesk;
import org.voiceagent.web.OwnOrigin;

/**
 * Before the admin pages: there are none unless somebody could sign in; other origins' pages get nothing; a change carries
 * the word that only our own pages were told.
 */
public class AdminDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String CSRF = "X-CSRF-Token";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient ProviderDesk provider;

    @Inject
    private transient OwnOrigin own;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        if (!accounts.open() && provider.label().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!own.admits(request) || !READING.contains(request.getMethod()) && !meant(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whoever is not signed in has nothing that another page could misuse. */
    private static boolean meant(HttpServletRequest request) {
        String told = String.valueOf(request.getHeader(CSRF));
        return AdminAuthentication.caller(request)
                .map(caller -> MessageDigest.isEqual(bytes(caller.csrf()), bytes(told)))
                .orElse(request.getHeader("Origin") != null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
