package org.voiceagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "192.168.4.128/25, 192.168.4.127, false",
        "192.168.4.128/25, 192.168.4.128, true",
        "192.168.4.5, 192.168.4.5, true",
        "192.168.4.5, 192.168.4.6, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::/0, 10.0.0.1, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "10.0.0.0/8, localhost, false",
        "10.0.0.0/8, '', false"
    })
    void holds_the_addresses_that_share_its_bits(String network, String address, boolean held) {
        assertEquals(held, Network.parse(network).orElseThrow().holds(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0/8",
                "10.0.0.256",
                "::/129",
                "proxy.example",
                "",
                "/8"
            })
    void is_none_when_it_is_not_written_as_one(String text) {
        assertEquals(Optional.empty(), Network.parse(text));
    }

    /** On a system that resolves such a name the address would be the one of whoever answers for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "999.1.1.1",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4:80",
                "[::1]:80",
                "[::1",
                ".:a",
                "localhost",
                "unknown",
                "_hidden",
                "",
                ":",
                "1"
            })
    void takes_nothing_but_whole_literals_for_addresses(String text) {
        assertEquals(Optional.empty(), Network.literal(text));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void writes_an_address_in_one_way(String text, String written) {
        assertEquals(Optional.of(written), Network.literal(text));
    }

    @Test
    void takes_the_first_half_of_an_ipv6_address_for_a_household() {
        String household = Network.household("2001:db8:1:2:3:4:5:6");
        assertEquals(household, Network.household("2001:db8:1:2:ffff::9"));
        assertEquals("2001:db8:1:2:0:0:0:0", household);
        assertTrue(!household.equals(Network.household("2001:db8:1:3::1")), household);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "no address"})
    void leaves_everything_else_as_it_is(String address) {
        assertEquals(address, Network.household(address));
    }
}
