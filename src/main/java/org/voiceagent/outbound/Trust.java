package org.voiceagent.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificate authorities: a company's own are added to the JVM's, they do not replace them. */
final class Trust {

    private Trust() {}

    static KeyStore with(Path pemFile) throws IOException, GeneralSecurityException {
        KeyStore trust = empty();
        for (TrustManager manager : managers(Optional.empty())) {
            if (manager instanceof X509TrustManager authorities) {
                add(trust, "jvm-", Stream.of(authorities.getAcceptedIssuers()).toList());
            }
        }
        Collection<? extends Certificate> own = read(pemFile);
        if (own.isEmpty()) {
            throw new CertificateException("no certificate in the file");
        }
        add(trust, "own-", own);
        return trust;
    }

    static SSLContext context(KeyStore trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(trust), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is part of every JVM", impossible);
        }
    }

    static TrustManager[] managers(KeyStore trust) {
        try {
            return managers(Optional.of(trust));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is part of every JVM", impossible);
        }
    }

    private static Collection<? extends Certificate> read(Path pemFile) throws IOException, CertificateException {
        try (InputStream pem = Files.newInputStream(pemFile)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem);
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static TrustManager[] managers(Optional<KeyStore> trust) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        // null stands for the JVM's own authorities
        factory.init(trust.orElse(null));
        return factory.getTrustManagers();
    }

    private static void add(KeyStore store, String prefix, Collection<? extends Certificate> certificates)
            throws GeneralSecurityException {
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry(prefix + number++, certificate);
        }
    }
}
