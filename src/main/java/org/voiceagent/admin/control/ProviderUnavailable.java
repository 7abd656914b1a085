package org.voiceagent.admin.control;

import java.util.Optional;
import org.voiceagent.web.Problem;

/** The identity provider does not say who somebody is, which may be no fault of theirs. */
final class ProviderUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    private final boolean answered;

    private ProviderUnavailable(boolean answered, Throwable cause) {
        super(
                "identity-provider-unavailable",
                503,
                "Signing in does not work now",
                "The identity provider gave no answer that could be used. Try again in a minute; the server's log says more.",
                Optional.empty(),
                cause);
        this.answered = answered;
    }

    /** It gave no answer, or said itself that it cannot. */
    static ProviderUnavailable silent() {
        return silent(null);
    }

    /** @param cause may name hosts; it is neither shown nor kept in the audit */
    static ProviderUnavailable silent(Throwable cause) {
        return new ProviderUnavailable(false, cause);
    }

    /** It answered, but nothing that says who somebody is; a code that it never gave may be why. */
    static ProviderUnavailable unusable(Throwable cause) {
        return new ProviderUnavailable(true, cause);
    }

    boolean answered() {
        return answered;
    }
}
