package org.voiceagent.recordings.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.outbound.OutboundSettings;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.entity.Sounds;

/** What it sends, and where to. */
class S3StoreTest {

    private static final String METADATA = "aws.ec2MetadataServiceEndpoint";

    private record Seen(String method, String uri, Headers headers) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final RecordingName name = Sounds.utterance(Sounds.session());
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.getRequestBody().readAllBytes();
            seen.add(new Seen(call.getRequestMethod(), call.getRequestURI().toString(), call.getRequestHeaders()));
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
        System.setProperty(METADATA, url().toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty(METADATA);
        server.stop(0);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static S3Place place(URI url, Optional<S3Place.Encryption> encryption) {
        return new S3Place(
                Optional.of(url),
                "eu-1",
                true,
                "bucket",
                "kept/",
                new S3Place.Credentials("key", "secret"),
                encryption,
                Duration.ofSeconds(20));
    }

    private Seen put(S3Place place, OutboundSettings out) {
        try (S3Store store = new S3Store(place, out)) {
            store.put(name, new byte[3]);
        }
        assertEquals(1, seen.size(), "nobody else is asked");
        return seen.get(0);
    }

    @Test
    void writes_one_signed_object_and_asks_nobody_else() {
        Seen call = put(place(url(), Optional.empty()), OutboundSettings.DIRECT);
        assertEquals("PUT /bucket/kept/" + name.path(), call.method() + " " + call.uri());
        assertEquals("audio/webm", call.headers().getFirst("Content-Type"));
        assertTrue(call.headers().getFirst("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=key/"));
        assertFalse(call.headers().containsKey("x-amz-server-side-encryption"));
    }

    @Test
    void tells_the_store_what_to_encrypt_with() {
        S3Place.Encryption encryption = new S3Place.Encryption("aws:kms", Optional.of("the-key"));
        Seen call = put(place(url(), Optional.of(encryption)), OutboundSettings.DIRECT);
        assertEquals("aws:kms", call.headers().getFirst("x-amz-server-side-encryption"));
        assertEquals("the-key", call.headers().getFirst("x-amz-server-side-encryption-aws-kms-key-id"));
    }

    @Test
    void goes_by_the_proxy_that_all_calls_go_by() {
        InetSocketAddress proxy = InetSocketAddress.createUnresolved(
                "127.0.0.1", server.getAddress().getPort());
        Seen call = put(
                place(URI.create("http://store.example"), Optional.empty()),
                new OutboundSettings(Optional.of(proxy), Optional.empty()));
        assertEquals("http://store.example/bucket/kept/" + name.path(), call.uri());
    }

    @Test
    void a_store_that_fails_is_asked_once() {
        status = 503;
        try (S3Store store = new S3Store(place(url(), Optional.empty()), OutboundSettings.DIRECT)) {
            assertThrows(StoreUnavailable.class, () -> store.put(name, new byte[3]));
        }
        assertEquals(1, seen.size());
    }
}
