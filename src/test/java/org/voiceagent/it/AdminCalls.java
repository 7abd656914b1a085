package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
