package verification;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the command was called with. */
class Options {

    static final String USAGE = """
            bin/verify <url> [option]...
              <url>                     where visitors reach the agent, with its context path
              --each <url>              a server by itself, once for each
              --members <n>             so many servers are one cluster
              --origin <origin>         a site that may embed the widget, once for each
              --public-url <origin>     what voice.public-url says, default: the origin of <url>
              --release <version>       that has to run
              --question <text>         that is asked, default: When are you open on Saturday?
              --production              demo off; TLS; metrics and the API's description closed
              --admin closed|sign-in|any   the admin pages: not there, asking for a sign-in, or either (default)
              --certificate-days <n>    so long certificates have to hold yet, default 14
              --ca-file <file>          certificate authorities to trust besides the JVM's, in PEM
              --no-voice                ask in writing only
              --no-turn                 ask nothing: no session is begun, and nothing costs
              --json                    the report as JSON
            With VOICE_VERIFY_ADMIN_USER and VOICE_VERIFY_ADMIN_PASSWORD in the environment, what the admin pages tell is looked at too.
            Exit code: 0 nothing failed; 1 something did; 2 called wrongly.
            """;

    /** Of the environment: who looks into the admin pages. */
    record Account(String user, String password) {}

    private static final String USER = "VOICE_VERIFY_ADMIN_USER";
    private static final String PASSWORD = "VOICE_VERIFY_ADMIN_PASSWORD";
    private static final Set<String> FLAGS = Set.of("production", "no-voice", "no-turn", "json");
    private static final Set<String> REPEATED = Set.of("each", "origin");
    private static final Set<String> VALUES =
            Set.of("members", "public-url", "release", "question", "admin", "certificate-days", "ca-file");
    private static final Set<String> ADMIN = Set.of("closed", "sign-in", "any");
    private static final int MOST = 10_000;

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> environment;

    private Options(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws Misused where something is wrong, before anything is looked at */
    static Options of(String[] arguments, Map<String, String> environment) {
        Options options = new Options(environment);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!arguments[i].startsWith("--")) {
                options.put("url", arguments[i]);
            } else if (FLAGS.contains(name)) {
                options.values.put(name, List.of());
            } else if (!REPEATED.contains(name) && !VALUES.contains(name)) {
                throw new Misused("Unknown: " + arguments[i] + "\n" + USAGE);
            } else if (++i == arguments.length) {
                throw new Misused("--" + name + " needs a value.\n" + USAGE);
            } else {
                options.put(name, arguments[i]);
            }
        }
        options.check();
        return options;
    }

    private void put(String name, String value) {
        List<String> all = values.computeIfAbsent(name, any -> new ArrayList<>());
        all.add(value);
        if (all.size() > 1 && !REPEATED.contains(name)) {
            throw new Misused("Given twice: " + name + " " + value);
        }
    }

    private void check() {
        if (!has("url")) {
            throw new Misused(USAGE);
        }
        url();
        servers();
        origins();
        publicUrl();
        members();
        certificateDays();
        if (!ADMIN.contains(admin())) {
            throw new Misused("--admin is not closed, sign-in or any: " + admin());
        }
        if (caFile().filter(file -> !Files.isReadable(file)).isPresent()) {
            throw new Misused("--ca-file cannot be read: " + caFile().get());
        }
        if (environment.containsKey(USER) != environment.containsKey(PASSWORD)) {
            throw new Misused(USER + " and " + PASSWORD + " go together.");
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.get(0));
    }

    URI url() {
        return address("url", value("url").orElseThrow());
    }

    /** Each by itself; where none is named, what answers at the address. */
    List<URI> servers() {
        return values.getOrDefault("each", List.of(url().toString())).stream()
                .map(text -> address("each", text))
                .toList();
    }

    List<String> origins() {
        return values.getOrDefault("origin", List.of()).stream()
                .map(text -> origin(address("origin", text)))
                .toList();
    }

    /** The origin of the agent's own pages. */
    String publicUrl() {
        return origin(address("public-url", value("public-url").orElse(url().toString())));
    }

    Optional<Integer> members() {
        return value("members").map(text -> number("members", text));
    }

    int certificateDays() {
        return number("certificate-days", value("certificate-days").orElse("14"));
    }

    String admin() {
        return value("admin").orElse("any");
    }

    Optional<String> release() {
        return value("release");
    }

    String question() {
        return value("question").orElse("When are you open on Saturday?");
    }

    Optional<Path> caFile() {
        return value("ca-file").map(Path::of);
    }

    Optional<Account> account() {
        return Optional.ofNullable(environment.get(USER)).map(user -> new Account(user, environment.get(PASSWORD)));
    }

    private static URI address(String name, String text) {
        try {
            URI url = URI.create(text.replaceFirst("/+$", ""));
            if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            throw new Misused(name + " is not an address: " + text);
        }
        throw new Misused(name + " is not an address that begins with http:// or https://: " + text);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    private static int number(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw new Misused("--" + name + " is not a number: " + text);
        }
        throw new Misused("--" + name + " is not a number from 0 to " + MOST + ": " + text);
    }
}
