package org.voiceagent.insight.control;

import jakarta.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.voiceagent.configuration.Settings;
import org.voiceagent.insight.entity.BudgetAlert;
import org.voiceagent.outbound.Limits;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.outbound.OutboundRequest;
import org.voiceagent.outbound.OutboundStream;

/**
 * Tells alerts to a URL, as JSON, and tries again a few times until it answers with a status of success. The URL is never told
 * in the log: that of a chat room is a secret.
 */
final class AlertWebhook {

    static final String SIGNATURE = "X-Voice-Agent-Signature";
    static final int MOST_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(AlertWebhook.class.getName());
    private static final String KEY = "voice.cost.alert.webhook";
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
     * @param secret what the messages are signed with
     * @param site the sender, as visitors know it
     * @param firstWait before the second try; each wait after it is four times as long
     */
    record Receiver(URI url, Optional<String> secret, String site, Duration firstWait) {}

    private final Receiver receiver;
    private final Outbound outbound;
    private final ScheduledExecutorService thread;
    private final Consumer<String> outcomes;

    /** @param outcomes told {@code delivered} or {@code failed}, once for each alert */
    AlertWebhook(Receiver receiver, Outbound outbound, ScheduledExecutorService thread, Consumer<String> outcomes) {
        this.receiver = receiver;
        this.outbound = outbound;
        this.thread = thread;
        this.outcomes = outcomes;
    }

    /** Empty where nobody is to be told. */
    static Optional<Receiver> receiver(Settings settings) {
        return settings.optionalText(KEY)
                .map(set -> new Receiver(
                        settings.url(KEY),
                        settings.optionalText("voice.cost.alert.secret"),
                        settings.text("voice.site.name"),
                        FIRST_WAIT));
    }

    /** On the thread given. */
    void send(BudgetAlert alert) {
        byte[] body = json(alert).getBytes(StandardCharsets.UTF_8);
        thread.execute(() -> attempt(OutboundRequest.post(receiver.url(), headers(body), body), 1));
    }

    private void attempt(OutboundRequest request, int number) {
        String answer = answer(request);
        if (answer.isEmpty()) {
            outcomes.accept("delivered");
        } else if (number == MOST_TRIES) {
            LOG.warning("the alert could not be told to the URL of " + KEY + ": " + answer);
            outcomes.accept("failed");
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

    private String json(BudgetAlert alert) {
        return Json.createObjectBuilder()
                .add("event", "budget")
                .add("id", alert.id())
                .add("site", receiver.site())
                .add(
                        alert.budget().period().span().word(),
                        alert.budget().period().toString())
                .add("percent", alert.percent())
                .add("currency", alert.currency())
                .add("budget", alert.most())
                .add("used", alert.used())
                .add("left", alert.left())
                .add("spent", alert.budget().spent())
                .add("at", alert.at().toString())
                .build()
                .toString();
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
