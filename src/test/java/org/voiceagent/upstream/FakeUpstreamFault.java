package org.voiceagent.upstream;

/**
 * What the fake does to one call instead of answering it well.
 *
 * @param number what the kind's factory says
 * @param text what the kind's factory says
 */
public record FakeUpstreamFault(Kind kind, int number, String text) {

    public enum Kind {
        STATUS,
        RESET,
        SILENCE,
        STALL,
        SLOW_LORIS,
        CUT,
        MALFORMED,
        ERROR_EVENT,
        SPLIT,
        HTML,
        HUGE,
        REDIRECT,
        NO_DONE,
        FINISH;

        /** Whether the answer begins well. */
        boolean amidTheAnswer() {
            return switch (this) {
                case STALL, SLOW_LORIS, CUT, MALFORMED, ERROR_EVENT, SPLIT, NO_DONE, FINISH -> true;
                case STATUS, RESET, SILENCE, HTML, HUGE, REDIRECT -> false;
            };
        }
    }

    /** How many pieces of the answer come before the fault; the last fit is before the last piece. */
    int piecesBefore() {
        return kind == Kind.SLOW_LORIS ? 0 : number;
    }

    /** Answers with a status and an error body like the API's; {@code retryAfter} may be empty. */
    public static FakeUpstreamFault status(int status, String retryAfter) {
        return new FakeUpstreamFault(Kind.STATUS, status, retryAfter);
    }

    public static FakeUpstreamFault status(int status) {
        return status(status, "");
    }

    /** Resets the connection when the request was read. */
    public static FakeUpstreamFault reset() {
        return new FakeUpstreamFault(Kind.RESET, 0, "");
    }

    /** Never answers. */
    public static FakeUpstreamFault silence() {
        return new FakeUpstreamFault(Kind.SILENCE, 0, "");
    }

    /** Sends that many pieces of the answer, then nothing more. */
    public static FakeUpstreamFault stallAfter(int pieces) {
        return new FakeUpstreamFault(Kind.STALL, pieces, "");
    }

    /** Sends the answer's headers and then a byte each {@code millis}, for ever. */
    public static FakeUpstreamFault slowLoris(int millis) {
        return new FakeUpstreamFault(Kind.SLOW_LORIS, millis, "");
    }

    /** Sends that many pieces of the answer, then closes the connection. */
    public static FakeUpstreamFault cutAfter(int pieces) {
        return new FakeUpstreamFault(Kind.CUT, pieces, "");
    }

    /** Sends that many pieces, then one that is no JSON. */
    public static FakeUpstreamFault malformedAfter(int pieces) {
        return new FakeUpstreamFault(Kind.MALFORMED, pieces, "");
    }

    /** Sends that many pieces, then an error object as an event. */
    public static FakeUpstreamFault errorEventAfter(int pieces) {
        return new FakeUpstreamFault(Kind.ERROR_EVENT, pieces, "");
    }

    /** Answers well, but each byte of the body in a packet of its own. */
    public static FakeUpstreamFault splitBytes() {
        return new FakeUpstreamFault(Kind.SPLIT, 0, "");
    }

    /** Answers 200 with a page. */
    public static FakeUpstreamFault html() {
        return new FakeUpstreamFault(Kind.HTML, 0, "");
    }

    /** Answers 200 with that many megabytes on one line. */
    public static FakeUpstreamFault huge(int megabytes) {
        return new FakeUpstreamFault(Kind.HUGE, megabytes, "");
    }

    /** Answers 307 with that location. */
    public static FakeUpstreamFault redirect(String location) {
        return new FakeUpstreamFault(Kind.REDIRECT, 307, location);
    }

    /** Answers as the smaller compatible servers do: no {@code [DONE]}, no usage, no space after {@code data:}. */
    public static FakeUpstreamFault bare() {
        return new FakeUpstreamFault(Kind.NO_DONE, 0, "");
    }

    /** Answers well, but finishes for another reason, as {@code length} or {@code content_filter}. */
    public static FakeUpstreamFault finish(String reason) {
        return new FakeUpstreamFault(Kind.FINISH, 0, reason);
    }
}
