package org.voiceagent.recordings.store;

/** The store of recordings does not answer, or refuses; it is asked again later. */
public class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message the reason in a word or two, for the log */
    StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    StoreUnavailable(String message) {
        super(message);
    }
}
