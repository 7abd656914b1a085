package verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import command.Json;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;

/** What a server answered. */
record Reply(int status, HttpHeaders headers, byte[] body) {

    private static final String PROBLEMS = "/problems/";

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** Empty where there is none; several become one, as the standard has it. */
    String header(String name) {
        return String.join(", ", headers.allValues(name));
    }

    String text() {
        return new String(body, UTF_8);
    }

    boolean isJson() {
        return header("Content-Type").contains("json");
    }

    Map<String, Object> json() {
        return Json.read(text());
    }

    /** The problem's name, as {@code upstream-refused}; empty where it is none. */
    String problem() {
        return isJson() && status >= 400 ? problem(json()) : "";
    }

    static String problem(Map<String, Object> problem) {
        String type = Json.text(problem.get("type"));
        return type.startsWith(PROBLEMS) ? type.substring(PROBLEMS.length()) : "";
    }
}
