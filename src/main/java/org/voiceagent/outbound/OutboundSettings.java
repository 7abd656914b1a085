package org.voiceagent.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * The way out of this network.
 *
 * @param proxy not resolved; empty leaves it to the JVM's own proxy settings
 * @param trust the JVM's certificate authorities and the configured ones; empty for the JVM's alone
 */
public record OutboundSettings(Optional<InetSocketAddress> proxy, Optional<KeyStore> trust) {

    private static final String PROXY = "voice.outbound.proxy";
    private static final String CA_FILE = "voice.outbound.ca-file";
    private static final int LAST_PORT = 65535;

    /** Straight out, trusting what the JVM trusts. */
    public static final OutboundSettings DIRECT = new OutboundSettings(Optional.empty(), Optional.empty());

    public static OutboundSettings from(Settings settings) {
        return new OutboundSettings(
                settings.optionalText(PROXY).map(OutboundSettings::address),
                settings.optionalText(CA_FILE).map(OutboundSettings::trusting));
    }

    /** What trusts them, for a client that is not {@link Outbound}; empty leaves it to the JVM. */
    public Optional<TrustManager[]> trustManagers() {
        return trust.map(Trust::managers);
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= LAST_PORT && !text.contains("/")) {
                return InetSocketAddress.createUnresolved(text.substring(0, colon), port);
            }
        } catch (NumberFormatException wrong) {
            throw new ConfigurationError(PROXY, "must be host:port, with a number as port");
        }
        throw new ConfigurationError(PROXY, "must be host:port, without http:// and path");
    }

    private static KeyStore trusting(String file) {
        try {
            return Trust.with(Path.of(file));
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw new ConfigurationError(CA_FILE, "must name a readable file with PEM certificates");
        }
    }
}
