package org.voiceagent.conversation.entity;

import java.util.regex.Pattern;

/**
 * Whether visitors are answered only after they have agreed to it.
 *
 * @param version of the text that they agree to; a new one makes all of them agree anew
 * @param recording whether they are asked as well whether what they say and hear may be recorded
 */
public record ConsentRule(boolean required, String version, boolean recording) {

    /** How a version is written: up to 64 letters, digits, dots, hyphens and underscores. */
    public static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
}
