package org.voiceagent.it;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The demo site as another site might embed the widget, and what its visitor's session is on the server. */
abstract class OwnPage extends DemoSite {

    private static final String BEARER = "Bearer ";

    /** The paths of the calls made by the page, in order. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    private final List<String> sessions = new CopyOnWriteArrayList<>();

    /** Opens the site anew with these attributes of the widget. */
    void embedWith(String attributes) {
        context.close();
        context = browserOfTheSite().newContext(contextOptions());
        context.route(address() + "/", route -> embed(route, attributes));
        openAnotherPage();
        listen();
    }

    private static void embed(Route route, String attributes) {
        APIResponse site = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(site)
                .setBody(site.text().replace("<voice-agent>", "<voice-agent " + attributes + ">")));
    }

    /** From now on its calls and its session are known. */
    void listen() {
        calls.clear();
        sessions.clear();
        page.onRequest(request -> {
            if (!request.url().contains(Calls.API)) {
                return;
            }
            calls.add(request.url().replaceFirst(".*" + Calls.API, ""));
            String authorization = request.headers().getOrDefault("authorization", "");
            if (authorization.startsWith(BEARER)) {
                sessions.add(authorization.substring(BEARER.length()));
            }
        });
    }

    long callsOf(String path) {
        return calls.stream().filter(path::equals).count();
    }

    /** What the server keeps about the session that the page named last. */
    JsonObject kept() {
        return Calls.object(export());
    }

    HttpResponse<String> export() {
        Calls server = Calls.to(URI.create(address()));
        return server.send(
                server.inSession(session(), "/sessions/current/export").GET());
    }

    /** The id of the session that the page named last. */
    String session() {
        return sessions.get(sessions.size() - 1);
    }

    /** As when it expires: the page does not know. */
    void erase() {
        Calls server = Calls.to(URI.create(address()));
        server.send(server.inSession(session(), "/sessions/current").DELETE());
    }

    JsonObject downloaded() {
        Download download = page.waitForDownload(
                () -> inSettings("Download my conversation").click());
        try {
            return Calls.object(Files.readString(download.path()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A button in the settings, which are opened for it. */
    Locator inSettings(String name) {
        if ("false".equals(button("Settings").getAttribute("aria-expanded"))) {
            button("Settings").click();
        }
        return button(name);
    }

    /** What the browser keeps of the page. */
    List<String> storage() {
        List<String> keys = new ArrayList<>();
        ((List<?>) page.evaluate("() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]"))
                .forEach(key -> keys.add((String) key));
        return keys;
    }

    void widen() {
        page.setViewportSize(1000, 860);
    }

    Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
