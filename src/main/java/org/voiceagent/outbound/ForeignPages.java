package org.voiceagent.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Gets pages whose addresses somebody else has written, in a sitemap, a link or a redirect: none of a private network is
 * connected to, so that no page can make this server look behind its firewall.
 *
 * <p>All addresses of a host are looked at before the call and once more when its answer has begun. The JVM keeps what it has
 * looked up for 30 seconds ({@code networkaddress.cache.ttl}), so the client connects to what was seen before; a name that
 * changes just then is seen after, and its answer is never read. Through a proxy it is the proxy that looks names up: then
 * only addresses that are written as such are looked at.
 */
public final class ForeignPages {

    /** URLs may write an IPv4 address in one to four numbers, octal and hexadecimal ones too (WHATWG URL, 3.5). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern IPV4 =
            Pattern.compile("OCTET(\\.OCTET){3}".replace("OCTET", "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"));

    private final Outbound outbound;
    private final Predicate<InetAddress> callable;
    private final HostAddresses addresses;

    /** @param privateToo whether addresses of private networks, and of this machine, are called as well */
    public ForeignPages(Outbound outbound, boolean privateToo) {
        this(outbound, privateToo, InetAddress::getAllByName);
    }

    ForeignPages(Outbound outbound, boolean privateToo, HostAddresses addresses) {
        this.outbound = outbound;
        this.callable = privateToo ? PublicAddresses::holdOrPrivate : PublicAddresses::hold;
        this.addresses = addresses;
    }

    /**
     * Gets what is there, whatever the status; no redirect is followed.
     *
     * @param url with a host
     * @param mostBytes of the body that will be read
     * @throws AddressRefused when the host is not to be called
     * @throws OutboundFailure when no answer comes
     */
    public OutboundStream get(URI url, Map<String, String> headers, Limits limits, long mostBytes) {
        String host = url.getHost();
        require(host);
        OutboundStream answer = outbound.open(OutboundRequest.get(url, headers), limits, mostBytes);
        try {
            require(host);
            return answer;
        } catch (RuntimeException refused) {
            answer.close();
            throw refused;
        }
    }

    private void require(String host) {
        boolean ipv6 = host.startsWith("[");
        boolean number = ENDS_IN_A_NUMBER.matcher(host).matches();
        if (number && !IPV4.matcher(host).matches()) {
            throw new AddressRefused("is written as a number and not as an address");
        }
        if (outbound.settings().proxy().isPresent() && !ipv6 && !number) {
            return;
        }
        if (!Arrays.stream(resolved(host)).allMatch(callable)) {
            throw new AddressRefused("has an address that is not of the public internet");
        }
    }

    private InetAddress[] resolved(String host) {
        try {
            return addresses.of(host);
        } catch (UnknownHostException unknown) {
            throw new AddressRefused("has no address");
        }
    }
}
