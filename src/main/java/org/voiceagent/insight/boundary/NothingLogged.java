package org.voiceagent.insight.boundary;

import org.voiceagent.web.Problem;

/** There is no such thing in the log, or no log. */
final class NothingLogged extends Problem {

    private static final long serialVersionUID = 1L;

    NothingLogged(String detail) {
        super("nothing-logged", 404, "Nothing is logged", detail);
    }
}
