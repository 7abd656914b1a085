package org.voiceagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

class ClientAddressTest {

    private static final String PROXY = "10.0.0.1";
    private static final String VISITOR = "203.0.113.7";

    @Test
    void believes_nobody_who_is_not_a_proxy() {
        assertEquals(VISITOR, of(VISITOR, "198.51.100.1"));
        assertEquals(VISITOR, ClientAddress.of(VISITOR, List.of("198.51.100.1"), List.of()));
    }

    @Test
    void of_a_wrong_proxy_names_the_key_and_the_way_out_only() {
        Settings settings = Catalogue.with(Map.of("voice.proxies", "secret"));
        ConfigurationError error = assertThrows(ConfigurationError.class, () -> ClientAddress.proxies(settings));
        assertTrue(error.getMessage().contains("voice.proxies")
                && error.getMessage().contains("10.0.0.0/8"));
        assertFalse(error.getMessage().contains("secret"));
    }

    @Test
    void takes_the_address_a_proxy_forwards_for() {
        assertEquals(VISITOR, of(PROXY, VISITOR));
    }

    @Test
    void does_not_believe_what_the_visitor_wrote_before_the_proxy_did() {
        assertEquals(VISITOR, of(PROXY, "198.51.100.1", VISITOR));
        assertEquals(VISITOR, of(PROXY, "10.0.0.9", VISITOR), "not even an address of a proxy");
    }

    @Test
    void looks_through_a_chain_of_proxies() {
        assertEquals(VISITOR, of(PROXY, "198.51.100.1", VISITOR, "2001:db8::5", "10.0.0.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "_hidden", "203.0.113.7:4711", "999.1.1.1", "'; drop table"})
    void stops_at_a_hop_that_is_no_address(String garbage) {
        assertEquals(PROXY, of(PROXY, VISITOR, garbage));
        assertEquals("10.0.0.2", of(PROXY, VISITOR, garbage, "10.0.0.2"));
    }

    @Test
    void takes_the_farthest_proxy_when_all_are() {
        assertEquals("10.0.0.3", of(PROXY, "10.0.0.3", "10.0.0.2"));
        assertEquals(PROXY, of(PROXY));
    }

    @ParameterizedTest
    @CsvSource({"2001:DB8:0:0::7", "2001:db8::7", "[2001:db8::7]"})
    void is_one_address_however_a_proxy_writes_it(String written) {
        List<Network> proxies = networks("10.0.0.0/8");
        assertEquals("2001:db8:0:0:0:0:0:7", ClientAddress.of(PROXY, List.of(written), proxies));
    }

    @Test
    void knows_a_proxy_that_speaks_ipv6_to_us_with_an_ipv4_address() {
        assertEquals(VISITOR, of("::ffff:10.0.0.1", VISITOR));
    }

    private static String of(String peer, String... forwarded) {
        return ClientAddress.of(peer, Arrays.asList(forwarded), networks("10.0.0.0/8", "2001:db8::/64"));
    }

    private static List<Network> networks(String... written) {
        return Arrays.stream(written)
                .map(text -> Network.parse(text).orElseThrow())
                .toList();
    }
}
