package org.voiceagent.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/**
 * Lets a WebSocket know its caller's address, for limits. The API of WebSockets has no other way to it than the principal of
 * the handshake; visitors have none of their own.
 */
public class CallerAddress extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ClientAddress addresses;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal address = new Address(addresses.of(request));
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return address;
                    }
                },
                response);
    }

    private record Address(String getName) implements Principal {}
}
