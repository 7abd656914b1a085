package org.voiceagent.admin.control;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A scripted OpenID Connect provider, strict about what it is sent. */
public final class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "voice-agent";
    /** With characters that have to be encoded twice on their way. */
    public static final String SECRET = "provider+secret/%1c5e";

    private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><head><title>Provider</title>"
            + "<link rel=\"icon\" href=\"data:,\"></head><body><h1>Provider</h1><a href=\"%s\">Continue</a></body></html>";
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    private final int port;
    private final FakeTokens tokens = new FakeTokens();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Set<String> sites = ConcurrentHashMap.newKeySet();
    private volatile HttpServer server;
    private volatile Map<String, Object> user = Map.of();
    private volatile Function<JWTClaimsSet, String> answer = tokens::signed;
    private volatile String named;
    private volatile Optional<Refusal> refusal = Optional.empty();

    private record Refusal(int status, String type, String text) {}

    private FakeProvider(int port) {
        this.port = port;
        this.named = issuer();
    }

    /** One that does not run yet. */
    public static FakeProvider asleep() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new FakeProvider(socket.getLocalPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/shop";
    }

    /** @param site whose pages the browser may be sent back to */
    public FakeProvider register(URI site) {
        sites.add(site.toString());
        return this;
    }

    /** Whoever signs in from now on. */
    public void user(String name, String... groups) {
        user = Map.of("sub", "subject-of-" + name, "preferred_username", name, "groups", List.of(groups));
    }

    public FakeTokens tokens() {
        return tokens;
    }

    /** What the server under test is told of it. */
    public Map<String, String> settings() {
        return Map.of(
                "voice.admin.oidc.issuer",
                issuer(),
                "voice.admin.oidc.client-id",
                CLIENT,
                "voice.admin.oidc.client-secret",
                SECRET,
                "voice.admin.oidc.admin-values",
                "va-admins",
                "voice.admin.oidc.viewer-values",
                "va-viewers",
                "voice.admin.oidc.label",
                "Shop ID");
    }

    /** How ID tokens are made from now on. */
    public void answering(Function<JWTClaimsSet, String> how) {
        answer = how;
    }

    /** The issuer its document names from now on. */
    public void named(String other) {
        named = other;
    }

    /** What any code is answered with from now on. */
    public void refusing(int status, String text) {
        refusal = Optional.of(new Refusal(status, text.startsWith("{") ? JSON : HTML, text));
    }

    /** Codes are changed for tokens again. */
    public void refusingNothing() {
        refusal = Optional.empty();
    }

    public synchronized FakeProvider start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        on("/.well-known/openid-configuration", exchange -> FakeExchange.send(exchange, 200, JSON, document()));
        on("/keys", exchange -> FakeExchange.send(exchange, 200, JSON, tokens.published()));
        on("/authorize", this::authorize);
        on("/approve", this::approve);
        on("/token", this::token);
        on("/end", this::end);
        server.start();
        return this;
    }

    @Override
    public synchronized void close() {
        server.stop(0);
        server = null;
    }

    public synchronized boolean runs() {
        return server != null;
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(URI.create(issuer()).getPath() + path, handler);
    }

    private String document() {
        JsonObject document = Json.createObjectBuilder()
                .add("issuer", named)
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/keys")
                .add("end_session_endpoint", issuer() + "/end")
                .add("response_types_supported", Json.createArrayBuilder().add("code"))
                .add("subject_types_supported", Json.createArrayBuilder().add("public"))
                .add(
                        "id_token_signing_alg_values_supported",
                        Json.createArrayBuilder().add("RS256"))
                .build();
        return document.toString();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = FakeExchange.fields(exchange.getRequestURI().getRawQuery());
        boolean right = "code".equals(asked.get("response_type"))
                && CLIENT.equals(asked.get("client_id"))
                && known(asked.get("redirect_uri"), "/admin/api/sign-in/oidc/callback")
                && List.of(asked.get("scope").split(" ")).contains("openid")
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.keySet().containsAll(Set.of("state", "nonce", "code_challenge"));
        String next =
                issuer() + "/approve?" + exchange.getRequestURI().getRawQuery().replace("&", "&amp;");
        FakeExchange.send(exchange, right ? 200 : 400, HTML, right ? PAGE.formatted(next) : asked.toString());
    }

    private boolean known(String uri, String path) {
        return sites.stream().anyMatch(site -> (site + path).equals(uri));
    }

    private void approve(HttpExchange exchange) throws IOException {
        Map<String, String> asked = FakeExchange.fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?state=" + FakeExchange.encoded(asked.get("state")) + "&code="
                                + code);
        FakeExchange.send(exchange, 302, HTML, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent =
                FakeExchange.fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Refusal instead = refusal.orElse(null);
        if (instead != null) {
            FakeExchange.send(exchange, instead.status(), instead.type(), instead.text());
            return;
        }
        String both = FakeExchange.encoded(CLIENT) + ":" + FakeExchange.encoded(SECRET);
        String basic = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            FakeExchange.send(exchange, 401, JSON, "{\"error\":\"invalid_client\"}");
            return;
        }
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        boolean right = asked != null
                && "authorization_code".equals(sent.get("grant_type"))
                && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                && asked.get("code_challenge").equals(FakeExchange.challenge(sent.getOrDefault("code_verifier", "")));
        FakeExchange.send(
                exchange, right ? 200 : 400, JSON, right ? tokensFor(asked) : "{\"error\":\"invalid_grant\"}");
    }

    private String tokensFor(Map<String, String> asked) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"));
        user.forEach(claims::claim);
        return Json.createObjectBuilder()
                .add("access_token", UUID.randomUUID().toString())
                .add("token_type", "Bearer")
                .add("id_token", answer.apply(claims.build()))
                .build()
                .toString();
    }

    private void end(HttpExchange exchange) throws IOException {
        Map<String, String> asked = FakeExchange.fields(exchange.getRequestURI().getRawQuery());
        boolean right =
                CLIENT.equals(asked.get("client_id")) && known(asked.get("post_logout_redirect_uri"), "/admin/");
        FakeExchange.send(exchange, right ? 200 : 400, HTML, PAGE.formatted(asked.get("post_logout_redirect_uri")));
    }
}
