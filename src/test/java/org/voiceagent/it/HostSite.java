package org.voiceagent.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A website that is not the agent's, with one page, under a strict policy. */
final class HostSite {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; ";
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A website</title>"
                    + "<link rel=\"icon\" href=\"/icon.svg\"></head><body><main><h1>A website</h1>%s</main></body></html>";
    private static final String ICON = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    private final HttpServer server;
    private volatile String lines = "";
    private volatile String policy = "";

    private HostSite(HttpServer server) {
        this.server = server;
    }

    static HostSite start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            HostSite site = new HostSite(server);
            server.createContext("/", exchange -> {
                boolean icon = exchange.getRequestURI().getPath().endsWith(".svg");
                byte[] body = (icon ? ICON : PAGE.formatted(site.lines)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", icon ? "image/svg+xml" : "text/html");
                exchange.getResponseHeaders().set("Content-Security-Policy", POLICY + site.policy);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
            return site;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the page has these lines, and its policy allows this besides. */
    void embed(String html, String allowed) {
        lines = html;
        policy = allowed;
    }
}
