package org.voiceagent.insight.boundary;

import org.voiceagent.web.Problem;

/** A parameter of the query that breaks a rule. */
final class InvalidParameter extends Problem {

    private static final long serialVersionUID = 1L;

    /** @param rule what the value must be, as {@code must be a number.} */
    InvalidParameter(String name, String rule) {
        super("invalid-parameter", 400, "A parameter is not valid", name + " " + rule);
    }
}
