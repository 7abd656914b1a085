package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.SignedIn;
import org.voiceagent.web.ClientAddress;

/** Who makes a call, for the audit. */
@ApplicationScoped
public class Actors {

    private static final String NOBODY = "";

    @Inject
    private ClientAddress addresses;

    Actor of(HttpServletRequest request) {
        String user = AdminAuthentication.caller(request).map(SignedIn::user).orElse(NOBODY);
        return named(user, request);
    }

    Actor unknown(HttpServletRequest request) {
        return Actor.unknown(addresses.of(request));
    }

    /** @param user as the call says, which may be anything */
    Actor named(String user, HttpServletRequest request) {
        return new Actor(user, addresses.of(request));
    }
}
