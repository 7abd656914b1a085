package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What somebody who is signed in calls, as the admin pages do. */
final class AdminCalls {

    private final Server server;
    private final String cookie;
    private final String csrf;

    private AdminCalls(Server server, String cookie, String csrf) {
        this.server = server;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    static AdminCalls admin(Server server) {
        return signedIn(server, "admin", Admins.PASSWORD);
    }

    static AdminCalls viewer(Server server) {
        return signedIn(server, "viewer", Admins.VIEWERS_PASSWORD);
    }

    private static AdminCalls signedIn(Server server, String user, String password) {
        String cookie = Admins.cookie(server, user, password);
        return new AdminCalls(server, cookie, Admins.csrf(server, cookie));
    }

    HttpResponse<String> read(String path) {
        return Calls.to(server).send(Admins.request(server, cookie, path).GET());
    }

    HttpResponse<String> delete(String path) {
        return Calls.to(server)
                .send(Admins.request(server, cookie, path)
                        .header("X-CSRF-Token", csrf)
                        .DELETE());
    }

    HttpResponse<String> post(String path) {
        return Calls.to(server)
                .send(Admins.request(server, cookie, path)
                        .header("X-CSRF-Token", csrf)
                        .POST(BodyPublishers.noBody()));
    }

    /** Any call without a body. */
    HttpResponse<String> call(String method, String path) {
        return Calls.to(server)
                .send(Admins.request(server, cookie, path)
                        .header("X-CSRF-Token", csrf)
                        .method(method, BodyPublishers.noBody()));
    }

    /** As {@link #call}, without the word of our own pages. */
    HttpResponse<String> callUnmeant(String method, String path) {
        return Calls.to(server).send(Admins.request(server, cookie, path).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> upload(String name, String type, byte[] content) {
        String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return Calls.to(server)
                .send(Admins.request(server, cookie, "knowledge/documents" + query)
                        .header("X-CSRF-Token", csrf)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(content)));
    }

    HttpResponse<String> upload(String name, String markdown) {
        return upload(name, "text/markdown", markdown.getBytes(StandardCharsets.UTF_8));
    }

    /** Accepts an answer with POST, changes it with PUT. */
    HttpResponse<String> answer(String method, String path, String json) {
        return Calls.to(server)
                .send(Admins.request(server, cookie, path)
                        .header("X-CSRF-Token", csrf)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json)));
    }

    HttpResponse<String> agent(boolean on, String reason) {
        String body = "{\"on\":" + on + ",\"reason\":\"" + reason + "\"}";
        return Calls.to(server)
                .send(Admins.request(server, cookie, "agent")
                        .header("X-CSRF-Token", csrf)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    /** The newest acts, newest first. */
    List<JsonObject> audit() {
        HttpResponse<String> answer = read("audit?most=200");
        assertEquals(200, answer.statusCode(), answer.body());
        return Calls.object(answer).getJsonArray("rows").getValuesAs(JsonObject.class);
    }
}
