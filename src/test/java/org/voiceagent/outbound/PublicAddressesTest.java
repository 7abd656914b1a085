package org.voiceagent.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressesTest {

    /** An address, whether it is public, and whether it may be called where private networks are allowed. */
    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, true, true",
        "172.15.255.255, true, true",
        "172.16.0.0, false, true",
        "172.31.255.255, false, true",
        "172.32.0.0, true, true",
        "10.1.2.3, false, true",
        "127.0.0.1, false, true",
        "192.168.1.1, false, true",
        "100.63.255.255, true, true",
        "100.64.0.1, false, true",
        "100.100.100.200, false, true",
        "198.18.0.1, false, true",
        "203.0.113.9, false, true",
        "169.254.169.254, false, false",
        "0.0.0.0, false, false",
        "0.1.2.3, false, false",
        "224.0.0.1, false, false",
        "255.255.255.255, false, false",
        "2606:2800:220:1:248:1893:25c8:1946, true, true",
        "::1, false, true",
        "::, false, false",
        "fd00:ec2::254, false, true",
        "fe80::1, false, false",
        "ff02::1, false, false",
        "2001:db8::1, false, true",
        "2001:0:1234::1, false, true",
        "2002:7f00:1::1, false, true",
        "64:ff9b::5db8:d822, true, true",
        "64:ff9b::7f00:1, false, true",
        "64:ff9b::a9fe:a9fe, false, false",
        "::127.0.0.1, false, true"
    })
    void tells_the_public_from_all_others(String address, boolean open, boolean callable) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        assertEquals(open, PublicAddresses.hold(parsed));
        assertEquals(callable, PublicAddresses.holdOrPrivate(parsed));
    }

    @Test
    void an_ipv4_address_that_is_mapped_into_ipv6_is_what_it_means() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = (byte) 169;
        mapped[13] = (byte) 254;
        InetAddress address = Inet6Address.getByAddress("", mapped, -1);
        assertFalse(PublicAddresses.hold(address));
        assertFalse(PublicAddresses.holdOrPrivate(address));
    }
}
