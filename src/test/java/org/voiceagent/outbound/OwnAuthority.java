package org.voiceagent.outbound;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for {@code localhost} that no JVM knows, made by the JDK's own tool. */
public final class OwnAuthority {

    private static final String PASSWORD = "password";

    private final KeyStore keys;
    private final Path pem;

    private OwnAuthority(KeyStore keys, Path pem) {
        this.keys = keys;
        this.pem = pem;
    }

    public static OwnAuthority in(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        return in(folder, "-validity", "90");
    }

    /** Its certificate was good until a short while ago. */
    public static OwnAuthority expiredIn(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        return in(folder, "-startdate", "-10d", "-validity", "9");
    }

    private static OwnAuthority in(Path folder, String... validity)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        keytool(file, folder.resolve("keytool.log"), validity);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("own").getEncoded());
        String text = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        return new OwnAuthority(keys, Files.writeString(folder.resolve("own.pem"), text));
    }

    /** The file for {@code voice.outbound.ca-file}. */
    public Path pem() {
        return pem;
    }

    /** A server with the certificate, not started yet; call it as {@code localhost}. */
    public HttpServer server() throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static void keytool(Path file, Path log, String... validity) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost"));
        command.addAll(List.of(validity));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
    }
}
