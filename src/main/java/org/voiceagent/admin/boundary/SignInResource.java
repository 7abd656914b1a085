package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.voiceagent.admin.control.Accounts;
import org.voiceagent.admin.control.ProviderDesk;
import org.voiceagent.admin.control.SignInDesk;
import org.voiceagent.admin.entity.SignedIn;
import org.voiceagent.web.AdminOnly;
import org.voiceagent.web.JsonBody;
import org.voiceagent.web.Problem;

/** Signing in, who is signed in, signing out. */
@AdminOnly
@Path("sign-in")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {

    @Inject
    private SignInDesk desk;

    @Inject
    private Accounts accounts;

    @Inject
    private ProviderDesk provider;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    /** Never a 401: that nobody is signed in yet is no error, and the browser would call it one. */
    @GET
    public SignInState state() {
        return new SignInState(AdminAuthentication.caller(request).map(Caller::of), accounts.open(), provider.label());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(byte[] body) {
        JsonBody json = JsonBody.of(body);
        String user = json.text("user").orElseThrow(() -> json.invalid("user", "is missing."));
        String password = json.text("password").orElseThrow(() -> json.invalid("password", "is missing."));
        String token = desk.signIn(actors.named(user, request), password).orElseThrow(WrongPassword::new);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, AdminCookie.SIGN_IN.keeping(token, request))
                .build();
    }

    @DELETE
    public Response signOut() {
        AdminCookie.SIGN_IN
                .value(request)
                .filter(token -> AdminAuthentication.caller(request).isPresent())
                .ifPresent(token -> desk.signOut(actors.of(request), token));
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, AdminCookie.SIGN_IN.gone(request))
                .build();
    }

    /**
     * @param password whether there are users with a password
     * @param provider what the identity provider is called, where there is one
     */
    public record SignInState(Optional<Caller> caller, boolean password, Optional<String> provider) {}

    /** @param csrf goes into the header {@code X-CSRF-Token} of each change */
    public record Caller(String user, String role, String csrf) {

        static Caller of(SignedIn signedIn) {
            return new Caller(signedIn.user(), signedIn.role().word(), signedIn.csrf());
        }
    }

    private static final class WrongPassword extends Problem {

        private static final long serialVersionUID = 1L;

        WrongPassword() {
            super("wrong-password", 401, "Wrong password", "There is no such user with this password.");
        }
    }
}
