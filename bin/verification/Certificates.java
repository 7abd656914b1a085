package verification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Whether a browser would take the certificate, and for how long yet. */
class Certificates {

    private static final String RENEW = "renew it, and let the proxy read the new one";
    private static final int HTTPS = 443;
    private static final int PATIENCE_MILLISECONDS = 10_000;
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    private final SSLContext trust;
    private final Options options;

    Certificates(SSLContext trust, Options options) {
        this.trust = trust;
        this.options = options;
    }

    String check(URI url) {
        if (url.getScheme().equals("http")) {
            return plain(url);
        }
        X509Certificate certificate = presented(url);
        Instant now = Instant.now();
        Instant end = certificate.getNotAfter().toInstant();
        String day = end.atZone(ZoneOffset.UTC).toLocalDate().toString();
        if (end.isBefore(now)) {
            throw new Fault("the certificate of " + url + " has expired on " + day, RENEW);
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            throw new Fault("the certificate of " + url + " is not valid yet", "look at the clocks, or wait");
        }
        requireTrust(url);
        long days = Duration.between(now, end).toDays();
        if (days < options.certificateDays()) {
            throw new Fault("the certificate of %s expires in %d days, on %s".formatted(url, days, day), RENEW);
        }
        return "trusted, for %s, until %s (%d days)".formatted(url.getHost(), day, days);
    }

    private String plain(URI url) {
        if (options.has("production") && url.equals(options.url())) {
            throw new Fault(
                    url + " is without TLS",
                    "put a reverse proxy with a certificate in front of it: browsers give such pages no microphone");
        }
        throw new Skipped(
                HERE.contains(url.getHost())
                        ? "http on this machine"
                        : "http; browsers give such pages no microphone, unless a proxy with TLS is in front");
    }

    private static X509Certificate presented(URI url) {
        try (SSLSocket socket = shakenHands(url, Trust.toLook(), "")) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (SSLException noTls) {
            throw new Fault("no TLS at " + url + ": " + noTls.getMessage(), "look at the proxy's listener and protocols");
        } catch (IOException nobody) {
            throw new Fault(
                    "no connection to " + url + ": " + nobody.getMessage(),
                    "start the server, or look at the proxy's and the firewall's rules and at the name in DNS");
        }
    }

    private void requireTrust(URI url) {
        try (SSLSocket socket = shakenHands(url, trust, "HTTPS")) {
            socket.getSession();
        } catch (IOException untrusted) {
            throw new Fault(
                    "the certificate of " + url + " is not trusted: " + untrusted.getMessage(),
                    "it has to be for this name, with all certificates between it and a known authority; one of your own: --ca-file");
        }
    }

    /** @param identification of the host's name; empty is none */
    private static SSLSocket shakenHands(URI url, SSLContext context, String identification) throws IOException {
        int port = url.getPort() < 0 ? HTTPS : url.getPort();
        Socket wire = new Socket();
        try {
            wire.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLISECONDS);
            wire.setSoTimeout(PATIENCE_MILLISECONDS);
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(wire, url.getHost(), port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(identification);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException failed) {
            wire.close();
            throw failed;
        }
    }
}
