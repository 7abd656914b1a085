package org.voiceagent.admin.boundary;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that holds the token of a sign-in, for the admin pages only. */
final class AdminCookie {

    private static final String NAME = "voice-agent-admin";

    private AdminCookie() {}

    static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Browsers keep it until they are closed. Secure also on localhost, where they take it without TLS. */
    static String keeping(String token, HttpServletRequest request) {
        return written(token, "", request);
    }

    static String gone(HttpServletRequest request) {
        return written("", "; Max-Age=0", request);
    }

    private static String written(String value, String age, HttpServletRequest request) {
        String path = request.getContextPath() + "/admin";
        return NAME + "=" + value + "; Path=" + path + age + "; Secure; HttpOnly; SameSite=Strict";
    }
}
