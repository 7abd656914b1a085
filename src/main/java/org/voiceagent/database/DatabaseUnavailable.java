package org.voiceagent.database;

/** The database did not answer in time, failed, or is left alone since it did a short while ago. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(Throwable cause) {
        super(cause);
    }
}
