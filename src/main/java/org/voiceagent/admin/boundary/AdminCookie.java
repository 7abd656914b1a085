package org.voiceagent.admin.boundary;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.voiceagent.admin.store.SignInAttempts;

/** The cookies of the admin pages. Secure also on localhost, where browsers take them without TLS. */
enum AdminCookie {

    /** The token of a sign-in. Browsers keep it until they are closed. */
    SIGN_IN("voice-agent-admin", "/admin", "; SameSite=Strict"),

    /**
     * What shows that it is the browser that began who comes back from the identity provider: from another site, so that a
     * strict one would stay behind.
     */
    ATTEMPT(
            "voice-agent-admin-attempt",
            "/admin/api/sign-in/oidc",
            "; SameSite=Lax; Max-Age=" + SignInAttempts.LIFE.toSeconds());

    private final String name;
    private final String path;
    private final String rules;

    AdminCookie(String name, String path, String rules) {
        this.name = name;
        this.path = path;
        this.rules = rules;
    }

    Optional<String> value(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The header that makes a browser keep it. */
    String keeping(String value, HttpServletRequest request) {
        return name + "=" + value + "; Path=" + request.getContextPath() + path + "; Secure; HttpOnly" + rules;
    }

    String gone(HttpServletRequest request) {
        return keeping("", request) + "; Max-Age=0";
    }
}
