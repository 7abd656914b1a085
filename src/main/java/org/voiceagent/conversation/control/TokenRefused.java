package org.voiceagent.conversation.control;

/** A token that does not say who the visitor is. */
public final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /** @param rule what the token must be, as {@code must not have expired.}; never a part of it */
    TokenRefused(String rule) {
        super(rule);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
