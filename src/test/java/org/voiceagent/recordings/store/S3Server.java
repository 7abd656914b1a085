package org.voiceagent.recordings.store;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.voiceagent.outbound.OutboundSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 server, S3Proxy, as a process of its own on the loopback address; it checks the signatures of what it is asked. */
public final class S3Server implements AutoCloseable {

    private static final Path LIBRARIES = Path.of("target", "s3proxy");
    private static final String BUCKET = "voice";
    private static final String PREFIX = "recordings/";
    private static final String REGION = "eu-somewhere-1";
    private static final String ACCESS_KEY = "visitor";
    private static final String SECRET_KEY = "s3cr3t-of-the-store";

    private final Process process;
    private final URI url;
    private final S3Client client;

    private S3Server(Process process, URI url) {
        this.process = process;
        this.url = url;
        this.client = S3Client.builder()
                .endpointOverride(url)
                .forcePathStyle(true)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build();
    }

    /** With an empty bucket. */
    public static S3Server start() {
        try {
            int port = freePort();
            Path folder = Files.createDirectories(Path.of("target", "servers", "s3-" + port));
            Process process = new ProcessBuilder(command(properties(folder, port)))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile())
                    .start();
            S3Server server = new S3Server(process, URI.create("http://127.0.0.1:" + port));
            await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || answers(port));
            server.client.createBucket(create -> create.bucket(BUCKET));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path properties(Path folder, int port) throws IOException {
        return Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                jclouds.identity=unused
                jclouds.credential=unused
                """.formatted(port, ACCESS_KEY, SECRET_KEY));
    }

    /** Its own libraries first; Amazon's and Guava are the product's. */
    private static List<String> command(Path properties) {
        String shared = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.contains("awssdk") || jar.contains("guava"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                LIBRARIES.resolve("*") + File.pathSeparator + shared,
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString());
    }

    /** Settings of a product that keeps recordings here. */
    public Map<String, String> settings() {
        return Map.of(
                "VOICE_RECORDINGS_ENABLED",
                "true",
                "VOICE_RECORDINGS_STORE",
                "s3",
                "VOICE_RECORDINGS_TIMEOUT",
                "PT3S",
                "VOICE_RECORDINGS_RETRY",
                "PT1S",
                "VOICE_RECORDINGS_S3_ENDPOINT",
                url.toString(),
                "VOICE_RECORDINGS_S3_REGION",
                REGION,
                "VOICE_RECORDINGS_S3_BUCKET",
                BUCKET,
                "VOICE_RECORDINGS_S3_PREFIX",
                PREFIX,
                "VOICE_RECORDINGS_S3_ACCESS_KEY",
                ACCESS_KEY,
                "VOICE_RECORDINGS_S3_SECRET_KEY",
                SECRET_KEY);
    }

    /** As the product has it. */
    RecordingStore store(String secretKey) {
        S3Place place = new S3Place(
                Optional.of(url),
                REGION,
                true,
                BUCKET,
                PREFIX,
                new S3Place.Credentials(ACCESS_KEY, secretKey),
                Optional.empty(),
                Duration.ofSeconds(20));
        return new S3Store(place, OutboundSettings.DIRECT);
    }

    RecordingStore store() {
        return store(SECRET_KEY);
    }

    /** Something that the product has not written. */
    void put(String key) {
        client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString("not a recording"));
    }

    /** Keys of all objects of the product that begin so. */
    public List<String> names(String beginning) {
        return client.listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(PREFIX + beginning)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }

    /** From now on it takes calls and answers none, like one that is overloaded. */
    public void hang() {
        signal("-STOP");
    }

    public void goOn() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        client.close();
        goOn();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
