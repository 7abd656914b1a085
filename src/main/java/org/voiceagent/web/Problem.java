package org.voiceagent.web;

import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong, in the words of RFC 9457; each component has its own subclasses and {@link ProblemMapper} turns all
 * of them into the answer. The detail is read by visitors and operators, so it never holds a key, a stack trace or what
 * a visitor said.
 */
public class Problem extends RuntimeException {

    /** The type of whatever is our own fault. */
    public static final String INTERNAL_ERROR = "internal-error";

    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;
    private final String title;
    private final String detail;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param type the last part of the problem type's path, as {@code session-not-found} in
     *     {@code /problems/session-not-found}
     * @param status HTTP status, 400 to 599
     */
    public Problem(String type, int status, String title, String detail) {
        this(type, status, title, detail, Optional.empty(), null);
    }

    public Problem(String type, int status, String title, String detail, Optional<Duration> retryAfter) {
        this(type, status, title, detail, retryAfter, null);
    }

    public Problem(
            String type, int status, String title, String detail, Optional<Duration> retryAfter, Throwable cause) {
        super(title + ": " + detail, cause);
        this.type = type;
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** Of what should not have happened, while something streamed. */
    public static Problem internal() {
        return new Problem(INTERNAL_ERROR, 500, "Internal error", "It broke off.");
    }

    public String type() {
        return type;
    }

    /** The reference that stands for a type in what a client gets. */
    public static String uri(String type) {
        return "/problems/" + type;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    /** How long to wait before the same call may succeed, where that is known. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The same as the header {@code Retry-After} has it. */
    public Optional<String> retryAfterSeconds() {
        // rounded up: a client that waits what it was told must not be refused again
        return retryAfter.map(wait -> Long.toString(
                Math.max(1, wait.plus(Duration.ofNanos(999_999_999)).toSeconds())));
    }
}
