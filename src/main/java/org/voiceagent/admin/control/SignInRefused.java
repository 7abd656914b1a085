package org.voiceagent.admin.control;

import java.util.regex.Pattern;
import org.voiceagent.cluster.Legible;
import org.voiceagent.web.Problem;

/** Somebody comes back from the identity provider and is not let in. */
final class SignInRefused extends Problem {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    /** As RFC 6749, 4.1.2.1, and OpenID Connect have them; another one may be anybody's words. */
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,50}");

    private final String reason;

    private SignInRefused(String type, int status, String title, String detail, String reason) {
        super(type, status, title, detail);
        this.reason = Legible.line(reason);
    }

    /** Nothing is known of what they come back from. */
    static SignInRefused unknown() {
        return new SignInRefused(
                "sign-in-expired",
                BAD_REQUEST,
                "This sign-in is not open any more",
                "It took longer than ten minutes, was used already, or was begun in another browser or tab. Try again.",
                "no such attempt");
    }

    /** @param error as the browser brings it */
    static SignInRefused byProvider(String error) {
        return new SignInRefused(
                "sign-in-denied",
                FORBIDDEN,
                "You were not signed in",
                "The identity provider has ended the sign-in, or you have. Try again.",
                "provider says " + (CODE.matcher(error).matches() ? error : "something unreadable"));
    }

    /** @param reason what is wrong with the code or the ID token */
    static SignInRefused untrusted(String reason) {
        return new SignInRefused(
                "sign-in-untrusted",
                FORBIDDEN,
                "You were not signed in",
                "What the identity provider answered cannot be trusted. Try again; if it stays so, the server's log says why.",
                reason);
    }

    static SignInRefused withoutRole() {
        return new SignInRefused(
                "no-role",
                FORBIDDEN,
                "You may not see these pages",
                "The identity provider knows you, but your account is in none of the groups that may see them. "
                        + "Ask who runs this site, or take another account.",
                "no role");
    }

    /** For the audit. */
    String reason() {
        return reason;
    }
}
