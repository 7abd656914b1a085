package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.voiceagent.web.AdminOnly;

class OpenApiIT {

    private static final Set<Class<? extends Annotation>> METHODS =
            Set.of(GET.class, POST.class, PUT.class, DELETE.class);
    private static final JsonObject DOCUMENT = document();

    @Test
    void describes_every_call_and_no_other() {
        assertEquals(implemented(), described());
    }

    @Test
    void shows_examples_and_errors_of_every_call() {
        DOCUMENT.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    JsonObject responses = operation.asJsonObject().getJsonObject("responses");
                    assertTrue(
                            responses.keySet().stream().anyMatch(status -> status.startsWith("2")),
                            method + " " + path);
                    assertTrue(
                            responses.keySet().stream().anyMatch(status -> status.startsWith("4")),
                            method + " " + path);
                    assertTrue(responses.containsKey("503"), "the agent can be off: " + method + " " + path);
                }));
        DOCUMENT.getJsonObject("components")
                .getJsonObject("responses")
                .forEach((name, response) -> assertTrue(
                        response.asJsonObject()
                                .getJsonObject("content")
                                .getJsonObject("application/problem+json")
                                .containsKey("example"),
                        name));
    }

    private static Set<String> described() {
        Set<String> calls = new TreeSet<>();
        for (Map.Entry<String, JsonValue> path : DOCUMENT.getJsonObject("paths").entrySet()) {
            path.getValue()
                    .asJsonObject()
                    .keySet()
                    .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
        }
        return calls;
    }

    private static Set<String> implemented() {
        Set<String> calls = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.voiceagent")) {
            Class<?> resource = type.reflect();
            if (resource.isAnnotationPresent(Path.class) && !resource.isAnnotationPresent(AdminOnly.class)) {
                for (Method method : resource.getDeclaredMethods()) {
                    METHODS.stream()
                            .filter(method::isAnnotationPresent)
                            .forEach(verb -> calls.add(verb.getSimpleName() + " " + address(resource, method)));
                }
            }
        }
        return calls;
    }

    private static String address(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return Calls.API + "/" + resource.getAnnotation(Path.class).value()
                + (below == null ? "" : "/" + below.value());
    }

    private static JsonObject document() {
        Calls calls = Calls.to(Servers.upstream());
        return Calls.object(calls.send(calls.request("/openapi?format=JSON")
                .header("Accept", "application/json")
                .GET()));
    }
}
