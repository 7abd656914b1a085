package org.voiceagent.admin.control;

import java.util.Optional;
import org.voiceagent.web.Problem;

/** Nobody can sign in by the identity provider now, which is no fault of theirs. */
final class ProviderUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    /** @param cause may name hosts; it is neither shown nor kept in the audit */
    ProviderUnavailable(Throwable cause) {
        super(
                "identity-provider-unavailable",
                503,
                "Signing in does not work now",
                "The identity provider gave no answer that could be used. Try again in a minute; the server's log says more.",
                Optional.empty(),
                cause);
    }
}
