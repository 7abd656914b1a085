package org.voiceagent.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses lie in the public internet: those that IANA keeps for nothing else (its registries of IPv4 and IPv6
 * special-purpose addresses, RFC 6890), and of IPv6 only what is global unicast.
 */
final class PublicAddresses {

    private static final int IPV4_BYTES = 4;

    private record Block(byte[] start, int bits) {

        private static Block of(String text) {
            String[] parts = text.split("/");
            return new Block(literal(parts[0]), Integer.parseInt(parts[1]));
        }

        private boolean holds(byte[] address) {
            return address.length == start.length && prefix(address).equals(prefix(start));
        }

        private BigInteger prefix(byte[] address) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
        }
    }

    /** This network, link-local (where clouds tell a machine its secrets), multicast and reserved: of use to nobody. */
    private static final List<Block> NEVER = blocks("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4");

    private static final List<Block> NEVER_IPV6 = blocks("::/128", "fe80::/10", "fec0::/10", "ff00::/8");

    /** Private, shared with a provider, loopback, for protocols, documentation and benchmarks. */
    private static final List<Block> PRIVATE = blocks(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24");

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    /** Teredo and other protocols, documentation, and 6to4, which leads to an IPv4 address that would have to be looked at. */
    private static final List<Block> NOT_GLOBAL = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Networks without IPv4 reach an IPv4 address by these, it stands in the last four bytes (RFC 6052). */
    private static final Block TRANSLATED = Block.of("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether anybody in the internet may mean it. */
    static boolean hold(InetAddress address) {
        byte[] bytes = ipv4(address.getAddress());
        if (bytes.length == IPV4_BYTES) {
            return !among(NEVER, bytes) && !among(PRIVATE, bytes);
        }
        return GLOBAL_UNICAST.holds(bytes) && !among(NOT_GLOBAL, bytes);
    }

    /** Whether it may be called where private networks are allowed: none that means no one machine, or this machine's cloud. */
    static boolean holdOrPrivate(InetAddress address) {
        byte[] bytes = ipv4(address.getAddress());
        return bytes.length == IPV4_BYTES ? !among(NEVER, bytes) : !among(NEVER_IPV6, bytes);
    }

    /** The IPv4 address that stands in an IPv6 one for it, mapped (::ffff:0:0/96) or translated. */
    private static byte[] ipv4(byte[] bytes) {
        boolean within = bytes.length > IPV4_BYTES && (TRANSLATED.holds(bytes) || mapped(bytes));
        return within ? Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length) : bytes;
    }

    private static boolean mapped(byte[] bytes) {
        BigInteger above = new BigInteger(1, bytes).shiftRight(Integer.SIZE);
        return above.equals(BigInteger.valueOf(0xffff));
    }

    private static boolean among(List<Block> blocks, byte[] bytes) {
        return blocks.stream().anyMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    private static byte[] literal(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("a literal is not looked up", impossible);
        }
    }
}
