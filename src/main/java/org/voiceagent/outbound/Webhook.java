package org.voiceagent.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.voiceagent.configuration.Settings;

/**
 * Tells messages to a URL, as JSON, and tries again a few times until it answers with a status of success. Neither the URL
 * nor a message is ever told in the log: the URL of a chat room is a secret, and a message may hold a visitor's words.
 */
public final class Webhook {

    /** What becomes of a message. */
    public static final List<String> OUTCOMES = List.of(Webhook.DELIVERED, Webhook.FAILED);

    private static final String DELIVERED = "delivered";
    private static final String FAILED = "failed";

    public static final String SIGNATURE = "X-Voice-Agent-Signature";
    public static final int MOST_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(Webhook.class.getName());
    private static final String HMAC = "HmacSHA256";
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int LONGER_EACH_TIME = 4;
    private static final int SUCCESS = 2;
    private static final int PER_CLASS = 100;
    private static final int MOST_BYTES = 65_536;
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /**
     * Who is told.
     *
     * @param key of the configuration that holds the URL
     * @param secret what the messages are signed with
     * @param firstWait before the second try; each wait after it is four times as long
     */
    public record Receiver(String key, URI url, Optional<String> secret, Duration firstWait) {}

    private final Receiver receiver;
    private final Outbound outbound;
    private final ScheduledExecutorService thread;
    private final Consumer<String> outcomes;

    /** @param outcomes told {@code delivered} or {@code failed}, once for each message */
    public Webhook(Receiver receiver, Outbound outbound, ScheduledExecutorService thread, Consumer<String> outcomes) {
        this.receiver = receiver;
        this.outbound = outbound;
        this.thread = thread;
        this.outcomes = outcomes;
    }

    /** Empty where nobody is to be told. */
    public static Optional<Receiver> receiver(Settings settings, String key, String secretKey) {
        return settings.optionalText(key)
                .map(set -> new Receiver(key, settings.url(key), settings.optionalText(secretKey), FIRST_WAIT));
    }

    /** On the thread given. */
    public void send(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        thread.execute(() -> attempt(OutboundRequest.post(receiver.url(), headers(body), body), 1));
    }

    private void attempt(OutboundRequest request, int number) {
        String answer = answer(request);
        if (answer.isEmpty()) {
            outcomes.accept(DELIVERED);
        } else if (number == MOST_TRIES) {
            LOG.warning("a message could not be told to the URL of " + receiver.key() + ": " + answer);
            outcomes.accept(FAILED);
        } else {
            long wait = receiver.firstWait().toMillis() * (long) Math.pow(LONGER_EACH_TIME, number - 1.0);
            thread.schedule(() -> attempt(request, number + 1), wait, TimeUnit.MILLISECONDS);
        }
    }

    /** @return why it was not taken; empty when it was */
    private String answer(OutboundRequest request) {
        try (OutboundStream answer = outbound.open(request, LIMITS, MOST_BYTES)) {
            return answer.status() / PER_CLASS == SUCCESS ? "" : "status " + answer.status();
        } catch (OutboundFailure failure) {
            return failure.kind().toString();
        } catch (RuntimeException failure) {
            // its message may hold the URL
            return failure.getClass().getSimpleName();
        }
    }

    private Map<String, String> headers(byte[] body) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        receiver.secret().ifPresent(secret -> headers.put(SIGNATURE, "sha256=" + signature(secret, body)));
        return headers;
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }
}
