package org.voiceagent.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignPagesTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Limits PATIENT = new Limits(LONG, LONG, LONG, LONG);
    private static final long MOST = 1000;

    private final Outbound outbound = new Outbound(OutboundSettings.DIRECT);
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI at(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
    }

    private static String refusal(ForeignPages pages, URI url) {
        return assertThrows(AddressRefused.class, () -> pages.get(url, Map.of(), PATIENT, MOST))
                .getMessage();
    }

    @Test
    void this_machine_is_called_where_that_is_allowed_only() {
        assertEquals(
                "has an address that is not of the public internet",
                refusal(new ForeignPages(outbound, false), at("127.0.0.1")));
        assertEquals(0, calls.get());
        try (OutboundStream answer = new ForeignPages(outbound, true).get(at("127.0.0.1"), Map.of(), PATIENT, MOST)) {
            assertEquals(200, answer.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "127.1.2.3"})
    void no_way_to_write_this_machine_is_called(String host) {
        assertEquals(
                "has an address that is not of the public internet",
                refusal(new ForeignPages(outbound, false), at(host)));
        assertEquals(0, calls.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[fe80::1]/", "http://169.254.169.254/latest/meta-data/"})
    void what_is_link_local_is_not_called_where_private_networks_are_either(String url) {
        assertEquals(
                "has an address that is not of the public internet",
                refusal(new ForeignPages(outbound, true), URI.create(url)));
    }

    /** Proxies and systems read them as 127.0.0.1; Java takes some of them for names. */
    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "2130706433", "127.1", "127.0.0.01", "017700000001", "127.0.0.1."})
    void an_address_in_an_odd_spelling_is_none(String host) {
        URI url = URI.create("http://" + host + "/");
        for (ForeignPages pages : List.of(new ForeignPages(outbound, true), new ForeignPages(proxied(), false))) {
            // a host that Java cannot read is empty, and nobody comes so far with it
            if (url.getHost() != null) {
                assertEquals("is written as a number and not as an address", refusal(pages, url));
            }
        }
    }

    private static Outbound proxied() {
        InetSocketAddress proxy = InetSocketAddress.createUnresolved("proxy.invalid", 3128);
        return new Outbound(new OutboundSettings(Optional.of(proxy), Optional.empty()));
    }

    @Test
    void behind_a_proxy_a_private_address_is_refused_and_a_name_left_to_the_proxy() {
        ForeignPages pages = new ForeignPages(proxied(), false, host -> {
            if (host.equals("10.0.0.1")) {
                return new InetAddress[] {InetAddress.getByAddress(new byte[] {10, 0, 0, 1})};
            }
            throw new UnknownHostException("nobody looks names up here");
        });
        assertEquals(
                "has an address that is not of the public internet", refusal(pages, URI.create("http://10.0.0.1/")));
        assertThrows(
                OutboundFailure.class,
                () -> pages.get(URI.create("http://shop.example/"), Map.of(), PATIENT, MOST),
                "it goes to the proxy, which is not there");
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")};
        ForeignPages pages = new ForeignPages(outbound, false, host -> both);
        assertEquals(
                "has an address that is not of the public internet",
                refusal(pages, URI.create("http://shop.example/")));
    }

    /** The name of a rebinding attacker: public when it is looked at, private when it is connected to. */
    @Test
    void a_name_that_changes_in_between_is_not_read() throws UnknownHostException {
        InetAddress open = InetAddress.getByName("93.184.216.34");
        Iterator<InetAddress> answers =
                List.of(open, InetAddress.getByName("127.0.0.1")).iterator();
        ForeignPages pages = new ForeignPages(outbound, false, host -> new InetAddress[] {answers.next()});
        assertEquals("has an address that is not of the public internet", refusal(pages, at("localhost")));
        assertEquals(1, calls.get(), "it was connected to, and its answer thrown away");
    }

    @Test
    void a_name_without_address_is_told() {
        ForeignPages pages = new ForeignPages(outbound, false, host -> {
            throw new UnknownHostException(host);
        });
        assertEquals("has no address", refusal(pages, URI.create("http://nowhere.example/")));
    }
}
