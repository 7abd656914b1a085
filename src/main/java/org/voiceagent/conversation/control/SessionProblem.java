package org.voiceagent.conversation.control;

import org.voiceagent.web.Problem;

/** Why a call has no session. */
public final class SessionProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private SessionProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
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

    /** Unknown, expired and never minted are one answer: whoever guesses learns nothing. */
    public static SessionProblem notFound() {
        return new SessionProblem(
                "session-not-found", 404, "Session not found", "The session has expired or never existed.");
    }
}
