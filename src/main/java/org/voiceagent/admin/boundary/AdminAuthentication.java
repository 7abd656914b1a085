package org.voiceagent.admin.boundary;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.voiceagent.admin.entity.SignedIn;
import org.voiceagent.admin.store.SignIns;

/**
 * Tells the server who calls the admin API: whoever has the cookie of a sign-in. Visitors' calls have no caller, and are asked
 * for none: Jakarta Authentication beneath Jakarta Security, whose bridge looks its mechanism up twice in each call.
 */
final class AdminAuthentication implements ServerAuthModule {

    private static final String PATHS = "/admin/";
    private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";
    private static final Principal NOBODY = null;

    private final SignIns signIns;
    private CallbackHandler container;

    AdminAuthentication(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public void initialize(
            MessagePolicy request, MessagePolicy response, CallbackHandler container, Map<String, Object> options) {
        this.container = container;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        if (!request.getServletPath().startsWith(PATHS)) {
            return tell(new CallerPrincipalCallback(client, NOBODY));
        }
        Optional<SignedIn> caller = AdminCookie.SIGN_IN.value(request).flatMap(signIns::find);
        if (caller.isPresent()) {
            request.setAttribute(SignedIn.class.getName(), caller.get());
            return tell(
                    new CallerPrincipalCallback(client, caller.get().user()),
                    new GroupPrincipalCallback(
                            client, caller.get().role().groups().toArray(String[]::new)));
        }
        return Boolean.parseBoolean((String) message.getMap().get(MANDATORY))
                ? refuse((HttpServletResponse) message.getResponseMessage())
                : tell(new CallerPrincipalCallback(client, NOBODY));
    }

    private AuthStatus tell(Callback... who) throws AuthException {
        try {
            container.handle(who);
            return AuthStatus.SUCCESS;
        } catch (IOException | UnsupportedCallbackException e) {
            throw failed("The server did not take who calls", e);
        }
    }

    private static AuthStatus refuse(HttpServletResponse response) throws AuthException {
        try {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return AuthStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw failed("The refusal did not reach the caller", e);
        }
    }

    private static AuthException failed(String what, Exception cause) {
        AuthException failure = new AuthException(what);
        failure.initCause(cause);
        return failure;
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
        subject.getPrincipals().clear();
    }

    /** Whoever is signed in and makes this call. */
    static Optional<SignedIn> caller(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.class.getName()));
    }
}
