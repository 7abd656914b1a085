package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.voiceagent.admin.entity.SignedIn;
import org.voiceagent.admin.store.SignIns;

/** Tells the server who calls the admin API: whoever has the cookie of a sign-in. Visitors' calls have no caller. */
@ApplicationScoped
public class AdminAuthentication implements HttpAuthenticationMechanism {

    private static final String PATHS = "/admin/";

    @Inject
    private SignIns signIns;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!request.getServletPath().startsWith(PATHS)) {
            return context.doNothing();
        }
        Optional<SignedIn> caller = AdminCookie.SIGN_IN.value(request).flatMap(signIns::find);
        if (caller.isPresent()) {
            request.setAttribute(SignedIn.class.getName(), caller.get());
            return context.notifyContainerAboutLogin(
                    caller.get().user(), caller.get().role().groups());
        }
        return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
    }

    /** Whoever is signed in and makes this call. */
    static Optional<SignedIn> caller(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.class.getName()));
    }
}
