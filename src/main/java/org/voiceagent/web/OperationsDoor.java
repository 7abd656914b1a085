package org.voiceagent.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * Before /health, /metrics and /openapi, which are the server's own: it puts them into the application at the context root, so
 * that its filters see them. Where networks are configured, others get of the health whether it is up, and nothing else.
 */
public class OperationsDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final String KEY = "voice.operations.networks";
    private static final String HEALTH = "/health";

    @Inject
    private transient Config config;

    @Inject
    private transient ClientAddress addresses;

    private transient List<Network> networks;

    @Override
    public void init() {
        networks = networks(new Settings(config));
    }

    /** @throws ConfigurationError when they are no networks */
    static List<Network> networks(Settings settings) {
        return Network.listed(settings, KEY);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (networks.isEmpty() || admitted(addresses.whole(request))) {
            chain.doFilter(request, response);
        } else if (request.getServletPath().startsWith(HEALTH)) {
            statusOnly(request, response, chain);
        } else {
            Problems.write(Problems.ofStatus(HttpServletResponse.SC_NOT_FOUND), request, response);
        }
    }

    private boolean admitted(String address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    private static void statusOnly(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Unread(response));
        if (!response.isCommitted()) {
            String status = response.getStatus() == HttpServletResponse.SC_OK ? "UP" : "DOWN";
            byte[] body = ("{\"status\":\"" + status + "\"}").getBytes(StandardCharsets.US_ASCII);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Takes a body and drops it; status and type stay. */
    private static final class Unread extends HttpServletResponseWrapper {

        private final PrintWriter writer =
                new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        Unread(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new Nowhere();
        }

        @Override
        public void setContentLength(int length) {
            // of what is dropped
        }

        @Override
        public void setContentLengthLong(long length) {
            // of what is dropped
        }

        @Override
        public void flushBuffer() {
            // the status may not be sent yet
        }
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int octet) {
            // dropped
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("nobody writes this asynchronously");
        }
    }
}
