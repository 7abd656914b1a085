package org.voiceagent.conversation.entity;

import java.util.regex.Pattern;

/**
 * Whether visitors are answered only after they have agreed to it.
 *
 * @param version of the text that they agree to; a new one makes all of them agree anew
 */
public record ConsentRule(boolean required, String version) {

    /** How a version is written: up to 64 letters, digits, dots, hyphens and underscores. */
    public static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
}
