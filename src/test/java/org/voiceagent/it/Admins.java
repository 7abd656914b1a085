package org.voiceagent.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.voiceagent.admin.control.FakeProvider;

/** Accounts of the admin pages, and calls as their pages make them. */
final class Admins {

    static final String PASSWORD = "correct horse battery staple";
    static final String VIEWERS_PASSWORD = "only looking, thank you";

    private static final int ITERATIONS = 2048; // a test need not take long to guess
    private static final int BITS = 256;

    private Admins() {}

    /** What lets them in. */
    static Map<String, String> environment() {
        return Map.of(
                "VOICE_ADMIN_PASSWORD_HASH",
                hash(PASSWORD),
                "VOICE_ADMIN_VIEWER_PASSWORD_HASH",
                hash(VIEWERS_PASSWORD));
    }

    /** What lets in those whom the provider knows. */
    static Map<String, String> environment(FakeProvider provider) {
        return provider.settings().entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                        Map.Entry::getValue));
    }

    private static String hash(String password) {
        try {
            byte[] salt = "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "PBKDF2WithHmacSHA256:" + ITERATIONS + ":" + base64.encodeToString(salt) + ":"
                    + base64.encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signs in as one of the server's own pages does. */
    static HttpResponse<String> signIn(Server server, String user, String password) {
        Calls calls = Calls.to(server);
        return calls.send(calls.request("/admin/api/sign-in")
                .header("Origin", server.url().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}")));
    }

    /** Signs in on the page that asks for it. */
    static void signIn(Page page, String user, String password) {
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    /** @return the cookie, as it is sent */
    static String cookie(Server server, String user, String password) {
        return signIn(server, user, password)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceAll(";.*", "");
    }

    static HttpRequest.Builder request(Server server, String cookie, String path) {
        return Calls.to(server).request("/admin/api/" + path).header("Cookie", cookie);
    }

    /** The word that goes with each change. */
    static String csrf(Server server, String cookie) {
        return Calls.to(server)
                .send(request(server, cookie, "sign-in").GET())
                .body()
                .replaceAll(".*\"csrf\":\"([^\"]+)\".*", "$1");
    }
}
