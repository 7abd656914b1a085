package org.voiceagent.knowledge.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A website on the loopback address; what it does not have is 404. */
public final class WebSite implements AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, List<String>>> headers = new ConcurrentHashMap<>();

    private WebSite(HttpServer server) {
        this.server = server;
    }

    public static WebSite start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            WebSite site = new WebSite(server);
            server.setExecutor(site.threads);
            server.createContext("/", site::answer);
            server.start();
            return site;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(path);
        headers.put(path, Map.copyOf(exchange.getRequestHeaders()));
        try (exchange) {
            HttpHandler page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else {
                page.handle(exchange);
            }
        }
    }

    /** From now on. */
    public WebSite has(String path, HttpHandler page) {
        pages.put(path, page);
        return this;
    }

    public WebSite has(String path, String type, String body, String... headerLines) {
        return has(path, type, body.getBytes(StandardCharsets.UTF_8), headerLines);
    }

    /** @param headerLines further ones, as {@code name: value} */
    public WebSite has(String path, String type, byte[] body, String... headerLines) {
        return has(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (String line : headerLines) {
                exchange.getResponseHeaders().add(line.replaceFirst(":.*", ""), line.replaceFirst("[^:]*:\\s*", ""));
            }
            String tag = exchange.getResponseHeaders().getFirst("ETag");
            if (tag != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(NOT_MODIFIED, -1);
                return;
            }
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    public WebSite answers(String path, int status) {
        return has(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    public WebSite redirects(String path, String location) {
        return has(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    public URI at(String path) {
        return URI.create(origin() + path);
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Paths, in order, robots.txt included. */
    List<String> requests() {
        return requests;
    }

    /** Of the latest request for it. */
    String header(String path, String name) {
        return headers.get(path).getOrDefault(name, List.of("")).get(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
