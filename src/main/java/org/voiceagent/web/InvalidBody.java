package org.voiceagent.web;

import java.util.Optional;

/** A body that cannot be read at all. */
final class InvalidBody extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidBody(String detail, Throwable cause) {
        super("invalid-body", 400, "The body cannot be read", detail, Optional.empty(), cause);
    }
}
