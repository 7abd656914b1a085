package org.voiceagent.web;

/** A body that can be read, with a field that breaks a rule. */
public final class InvalidField extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param pointer JSON pointer (RFC 6901) to the field
     * @param rule what the value must be, as {@code must be a string.}
     */
    public InvalidField(String pointer, String rule) {
        super("invalid-field", 422, "A field is not valid", pointer + " " + rule);
    }
}
