package org.voiceagent.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * The network address a call comes from, for its limits. Behind proxies it is the last address of X-Forwarded-For that is
 * not one of theirs: what stands before it, the caller may have written.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String KEY = "voice.proxies";

    @Inject
    private Config config;

    private List<Network> proxies;

    @PostConstruct
    void read() {
        proxies = proxies(new Settings(config));
    }

    /** @throws ConfigurationError when they are no networks */
    static List<Network> proxies(Settings settings) {
        return Network.listed(settings, KEY);
    }

    /** An IPv4 address, or the /64 of an IPv6 one: a household has that many addresses. */
    public String of(HttpServletRequest request) {
        return Network.household(whole(request));
    }

    /** The same, for who looks it up; empty where the call comes from no address. */
    public Optional<InetAddress> numeric(HttpServletRequest request) {
        return Network.numeric(of(request));
    }

    /** All of the address, to compare it with networks; nothing for limits. */
    String whole(HttpServletRequest request) {
        return of(request.getRemoteAddr(), forwarded(request), proxies);
    }

    /** Whether what the call's headers say of its caller was written by a proxy of ours. */
    public boolean vouchedFor(HttpServletRequest request) {
        return isProxy(request.getRemoteAddr(), proxies);
    }

    static String of(String peer, List<String> forwarded, List<Network> proxies) {
        if (!isProxy(peer, proxies)) {
            return peer;
        }
        String farthest = peer;
        for (int hop = forwarded.size() - 1; hop >= 0; hop--) {
            Optional<String> address = Network.literal(forwarded.get(hop));
            if (address.isEmpty()) {
                return farthest;
            }
            farthest = address.get();
            if (!isProxy(farthest, proxies)) {
                return farthest;
            }
        }
        return farthest;
    }

    private static boolean isProxy(String address, List<Network> proxies) {
        return proxies.stream().anyMatch(proxy -> proxy.holds(address));
    }

    private static List<String> forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }
}
