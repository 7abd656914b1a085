package verification;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * An address at which an agent answers.
 *
 * @param origin of its own pages, which calls come from
 */
record Site(URI url, String origin, HttpClient client) {

    private static final String API = "/api/voice-agent";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final int REDIRECTS = 3;

    static HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .sslContext(trust)
                .build();
    }

    Site at(URI other) {
        return new Site(other, origin, client);
    }

    /** As a browser that opens a page. */
    HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(LONGEST_ANSWER);
    }

    /** As the agent's own page calls. */
    HttpRequest.Builder api(String path) {
        return page(API + path).header("Origin", origin).header("Accept", "application/json");
    }

    HttpRequest.Builder inSession(String session, String path) {
        return api(path).header("Authorization", "Bearer " + session);
    }

    HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    /** Of the hands-free conversation. */
    URI live() {
        return URI.create(url.toString().replaceFirst("^http", "ws") + API + "/live");
    }

    /** Whatever comes, a redirect to elsewhere included. */
    Reply look(String path) {
        return Reply.of(send(page(path).GET(), BodyHandlers.ofByteArray()));
    }

    /** @throws Fault where the answer is elsewhere, too */
    Reply send(HttpRequest.Builder request) {
        Reply reply = Reply.of(send(request, BodyHandlers.ofByteArray()));
        if (reply.status() / 100 == REDIRECTS) {
            throw new Fault(
                    "it redirects to " + reply.header("Location"),
                    "give the address that visitors end up at; the calls of the widget follow no redirects to another origin");
        }
        return reply;
    }

    /** @throws Fault where there is no answer */
    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            throw new Fault(
                    "nobody listens at " + url,
                    "start the server, or look at the proxy's and the firewall's rules and at the name in DNS");
        } catch (HttpTimeoutException late) {
            throw new Fault(
                    "no answer from " + url + " within " + LONGEST_ANSWER.toSeconds() + " s",
                    "look at the server's log and load, and at the proxy's address of it");
        } catch (IOException broken) {
            throw new Fault("the connection to " + url + " broke: " + broken.getMessage(), "look at the proxy's log");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Skipped("stopped");
        }
    }
}
