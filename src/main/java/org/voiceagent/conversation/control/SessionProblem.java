package org.voiceagent.conversation.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.web.Problem;

/** Why a call has no session. */
public final class SessionProblem extends Problem {

    private static final long serialVersionUID = 1L;

    /** As long as Hazelcast needs at most to see a member gone or a split healed. */
    private static final Duration DOUBT_WAIT = Duration.ofSeconds(10);

    private SessionProblem(String type, int status, String title, String detail) {
        this(type, status, title, detail, Optional.empty());
    }

    private SessionProblem(String type, int status, String title, String detail, Optional<Duration> retryAfter) {
        super(type, status, title, detail, retryAfter);
    }

    static SessionProblem missing() {
        return new SessionProblem(
                "session-required",
                401,
                "A session is required",
                "Send the session id from POST /sessions as Authorization: Bearer.");
    }

    static SessionProblem malformed() {
        return new SessionProblem("session-malformed", 400, "The session id is malformed", "A session id is a UUID.");
    }

    /** Members of the cluster are missing, and the session may be with them: whoever holds its id keeps it. */
    public static SessionProblem inDoubt() {
        return new SessionProblem(
                "session-out-of-sight",
                503,
                "The session is out of sight",
                "Some of our servers are missing; the conversation may come back with them.",
                Optional.of(DOUBT_WAIT));
    }

    /** Unknown, expired and never minted are one answer: whoever guesses learns nothing. */
    static SessionProblem notFound() {
        return new SessionProblem(
                "session-not-found", 404, "Session not found", "The session has expired or never existed.");
    }

    /** Why the memory does not know a session. */
    public static SessionProblem unknownTo(ConversationMemory memory) {
        return memory.inDoubt() ? inDoubt() : notFound();
    }
}
