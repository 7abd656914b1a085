package org.voiceagent.web;

/** A body over the limit of its call. */
public final class BodyTooLarge extends Problem {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(int mostBytes) {
        super("body-too-large", 413, "Too large", "The body must not be larger than " + mostBytes + " bytes.");
    }
}
