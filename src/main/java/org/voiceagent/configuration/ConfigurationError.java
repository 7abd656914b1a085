package org.voiceagent.configuration;

/** A configuration the product must not start with. Names the key and the ways out, never the value. */
public class ConfigurationError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationError(String key, String waysOut) {
        super("Configuration key " + key + ": " + waysOut);
    }
}
