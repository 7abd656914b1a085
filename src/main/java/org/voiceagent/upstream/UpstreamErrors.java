package org.voiceagent.upstream;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.upstream.UpstreamProblem.Kind;

/** Turns one stage's refusals into problems, and tells the administrator of those that only the configuration cures. */
public final class UpstreamErrors {

    private static final Logger LOG = System.getLogger(UpstreamErrors.class.getName());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final long LONGEST_TOLD_SECONDS = 3600;
    private static final String CODE = "[A-Za-z0-9_.-]{1,64}";

    private final UpstreamSettings settings;
    private final InstantSource clock;
    private final AtomicReference<Instant> lastLine = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<Optional<String>> complaint = new AtomicReference<>(Optional.empty());

    UpstreamErrors(UpstreamSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What an answer that is not 200 becomes.
     *
     * @param retryAfter the header, seconds or HTTP date
     * @param body its beginning
     */
    public UpstreamProblem refusal(int status, Optional<String> retryAfter, byte[] body) {
        Optional<Duration> told = retryAfter.flatMap(this::wait);
        String code = errorCode(body);
        return switch (status) {
            case 401, 403 -> complain(Kind.REFUSED, "refuses the key (" + status + ", " + code + "); check " + keys());
            case 429 ->
                code.equals("insufficient_quota")
                        ? complain(Kind.UNAVAILABLE, "says the quota is used up (429); check the account of " + keys())
                        : UpstreamProblem.passing(Kind.UNAVAILABLE, told);
            case 503, 529 -> UpstreamProblem.passing(Kind.UNAVAILABLE, told);
            case 500, 502 -> UpstreamProblem.passing(Kind.FAILED, told);
            case 408, 504 -> new UpstreamProblem(Kind.TIMEOUT);
            default -> other(status, code);
        };
    }

    /** An answer of a kind that was not asked for, as an HTML page: what answers is not the API. */
    public UpstreamProblem wrongContent() {
        return complain(Kind.MALFORMED, "answers with something else than asked for; check " + urls());
    }

    /** The connection failed before any answer. */
    public UpstreamProblem unanswered(OutboundFailure failure) {
        return UpstreamProblem.beforeAnswer(failure);
    }

    void accepted() {
        complaint.set(Optional.empty());
    }

    Optional<String> complaint() {
        return complaint.get();
    }

    private UpstreamProblem other(int status, String code) {
        if (status >= 300 && status < 400) {
            return complain(Kind.MALFORMED, "redirects (" + status + "), which is not followed; check " + urls());
        }
        if (status >= 400 && status < 500) {
            return complain(
                    Kind.REFUSED,
                    "refuses the request (" + status + ", " + code + "); check " + urls() + " and voice."
                            + settings.stage() + ".model");
        }
        return new UpstreamProblem(Kind.FAILED);
    }

    /** Log lines are rationed: a wrong key fails every call alike, and a thousand lines hide the one. */
    private UpstreamProblem complain(Kind kind, String text) {
        String line = "The upstream of " + settings.stage() + " " + text;
        complaint.set(Optional.of(line));
        Instant now = clock.instant();
        Instant before = lastLine.get();
        if (!now.isBefore(before.plus(before.equals(Instant.MIN) ? Duration.ZERO : QUIET))
                && lastLine.compareAndSet(before, now)) {
            LOG.log(Level.ERROR, line);
        }
        return new UpstreamProblem(kind);
    }

    private String keys() {
        return "voice." + settings.stage() + ".key or OPENAI_API_KEY";
    }

    private String urls() {
        return "voice." + settings.stage() + ".url or OPENAI_BASE_URL";
    }

    private Optional<Duration> wait(String retryAfter) {
        String text = retryAfter.strip();
        try {
            long seconds = text.matches("\\d{1,9}") ? Long.parseLong(text) : secondsUntil(text);
            return Optional.of(Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_TOLD_SECONDS))));
        } catch (DateTimeException neitherNumberNorDate) {
            return Optional.empty(); // as if the header were not there
        }
    }

    private long secondsUntil(String date) {
        Instant then =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        // rounded up: a call just before the moment would be refused again
        return Duration.between(clock.instant(), then).plusMillis(999).toSeconds();
    }

    private static String errorCode(byte[] body) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
            JsonValue error = reader.readObject().getOrDefault("error", JsonValue.NULL);
            JsonValue code = error instanceof JsonObject object ? object.getOrDefault("code", JsonValue.NULL) : error;
            return code instanceof JsonString text && text.getString().matches(CODE) ? text.getString() : "no code";
        } catch (JsonException notJson) {
            return "no code"; // the status alone must do
        }
    }
}
