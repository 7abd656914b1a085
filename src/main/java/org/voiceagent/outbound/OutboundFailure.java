package org.voiceagent.outbound;

/** An outbound call that brought no complete answer, and why. The message names no header and no content. */
public final class OutboundFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a call ended early. */
    public enum Kind {
        CONNECT_TIMEOUT,
        FIRST_BYTE_TIMEOUT,
        SILENCE_TIMEOUT,
        WHOLE_TIMEOUT,
        /** No connection came about: refused, or no such host. Nothing was sent. */
        UNREACHABLE,
        /** The connection ended before the answer did. */
        BROKEN,
        /** The body is longer than the caller takes. */
        TOO_LARGE,
        /** Closed by the caller, or the calling thread was interrupted. */
        CANCELLED;

        public boolean timeout() {
            return switch (this) {
                case CONNECT_TIMEOUT, FIRST_BYTE_TIMEOUT, SILENCE_TIMEOUT, WHOLE_TIMEOUT -> true;
                case UNREACHABLE, BROKEN, TOO_LARGE, CANCELLED -> false;
            };
        }
    }

    private final Kind kind;

    public OutboundFailure(Kind kind) {
        super("outbound call: " + kind);
        this.kind = kind;
    }

    public OutboundFailure(Kind kind, Throwable cause) {
        super("outbound call: " + kind, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
