package org.voiceagent.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * A range of addresses.
 *
 * @param start its first address
 * @param bits how many leading bits all its addresses share
 */
record Network(InetAddress start, int bits) {

    private static final int IPV4_BYTES = 4;
    private static final int HOUSEHOLD_BYTES = 8;

    /**
     * Nothing but a literal: a name would be looked up, and whoever sends it could make us wait. Java looks up as well what
     * only resembles one, as 999.1.1.1 or .1:a.
     */
    private static final Pattern LITERAL =
            Pattern.compile("OCTET(\\.OCTET){3}|\\[?(?!\\.)[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?"
                    .replace("OCTET", "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)"));

    /** A network as 10.0.0.0/8, or one address. */
    static Optional<Network> parse(String text) {
        String[] parts = text.split("/", 2);
        return address(parts[0]).flatMap(start -> {
            int most = start.getAddress().length * Byte.SIZE;
            if (parts.length == 1) {
                return Optional.of(new Network(start, most));
            }
            return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= most
                    ? Optional.of(new Network(start, Integer.parseInt(parts[1])))
                    : Optional.empty();
        });
    }

    /** Those that a key lists. @throws ConfigurationError when they are no networks */
    static List<Network> listed(Settings settings, String key) {
        return settings.list(key).stream()
                .map(text -> parse(text)
                        .orElseThrow(() -> new ConfigurationError(key, "must be addresses or networks, as 10.0.0.0/8")))
                .toList();
    }

    boolean holds(String address) {
        return address(address)
                .filter(other -> other.getAddress().length == start.getAddress().length)
                .filter(other -> prefix(other).equals(prefix(start)))
                .isPresent();
    }

    private BigInteger prefix(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
    }

    /** The address as it is written canonically; empty when it is none. */
    static Optional<String> literal(String text) {
        return address(text).map(InetAddress::getHostAddress);
    }

    /** The address itself; empty when it is none. No name is looked up. */
    static Optional<InetAddress> numeric(String text) {
        return address(text);
    }

    /** All of an IPv4 address, the first half of an IPv6 one. */
    static String household(String address) {
        return address(address)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length > IPV4_BYTES)
                .map(bytes -> Arrays.copyOf(Arrays.copyOf(bytes, HOUSEHOLD_BYTES), bytes.length))
                .flatMap(Network::address)
                .map(InetAddress::getHostAddress)
                .orElse(address);
    }

    private static Optional<InetAddress> address(byte[] bytes) {
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException wrongLength) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
