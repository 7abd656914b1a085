package org.voiceagent.upstream;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.web.Problem;

/** The AI API did not do its part. The details are what visitors may read. */
public final class UpstreamProblem extends Problem {

    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(5);

    /** What went wrong, as far as callers must tell it apart. */
    public enum Kind {
        UNAVAILABLE("upstream-unavailable", 503, "AI service busy", "The AI service is busy. Please try again soon."),
        TIMEOUT("upstream-timeout", 504, "AI service too slow", "The AI service did not answer in time."),
        REFUSED("upstream-refused", 502, "AI service refused", "The AI service refused the call of this server."),
        FAILED("upstream-failed", 502, "AI service failed", "The AI service failed. Please try again."),
        MALFORMED(
                "upstream-malformed", 502, "AI service unclear", "The AI service gave an answer that makes no sense."),
        CUT("upstream-cut", 502, "AI service broke off", "The AI service broke off in the middle."),
        DECLINED("upstream-declined", 422, "Question declined", "The AI service declines to answer this question."),
        /** Closed by this side, or its thread interrupted: the pipeline's own doing, not for visitors. */
        CANCELLED("upstream-cancelled", 503, "Cancelled", "The call was cancelled.");

        private final String type;
        private final int status;
        private final String title;
        private final String detail;

        Kind(String type, int status, String title, String detail) {
            this.type = type;
            this.status = status;
            this.title = title;
            this.detail = detail;
        }
    }

    private final Kind kind;
    private final boolean worthRetrying;
    private final transient Optional<Duration> told;

    public UpstreamProblem(Kind kind) {
        this(kind, new Origin(false, Optional.empty(), Optional.empty()));
    }

    public UpstreamProblem(Kind kind, Throwable cause) {
        this(kind, new Origin(false, Optional.empty(), Optional.of(cause)));
    }

    private UpstreamProblem(Kind kind, Origin origin) {
        super(
                kind.type,
                kind.status,
                kind.title,
                kind.detail,
                origin.told.or(() -> kind == Kind.UNAVAILABLE ? Optional.of(SOON) : Optional.empty()),
                origin.cause.orElse(null));
        this.kind = kind;
        this.worthRetrying = origin.worthRetrying;
        this.told = origin.told;
    }

    private record Origin(boolean worthRetrying, Optional<Duration> told, Optional<Throwable> cause) {}

    /** A refusal that a moment may cure. */
    static UpstreamProblem passing(Kind kind, Optional<Duration> told) {
        return new UpstreamProblem(kind, new Origin(true, told, Optional.empty()));
    }

    /** What a failure before the first byte of the answer becomes. */
    static UpstreamProblem beforeAnswer(OutboundFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> passing(Kind.UNAVAILABLE, failure);
            case BROKEN -> passing(Kind.FAILED, failure);
            default -> inAnswer(failure);
        };
    }

    /** What a failure amid the answer becomes. */
    static UpstreamProblem inAnswer(OutboundFailure failure) {
        Kind kind = switch (failure.kind()) {
            case CONNECT_TIMEOUT, FIRST_BYTE_TIMEOUT, SILENCE_TIMEOUT, WHOLE_TIMEOUT -> Kind.TIMEOUT;
            case UNREACHABLE -> Kind.UNAVAILABLE;
            case BROKEN -> Kind.CUT;
            case TOO_LARGE -> Kind.MALFORMED;
            case CANCELLED -> Kind.CANCELLED;
        };
        return new UpstreamProblem(kind, failure);
    }

    private static UpstreamProblem passing(Kind kind, Throwable cause) {
        return new UpstreamProblem(kind, new Origin(true, Optional.empty(), Optional.of(cause)));
    }

    public Kind kind() {
        return kind;
    }

    boolean worthRetrying() {
        return worthRetrying;
    }

    /** The wait that the API itself asked for. */
    Optional<Duration> told() {
        return told;
    }
}
