package verification;

import java.util.Map;
import java.util.Objects;

/**
 * What a server tells of itself at {@code /health/ready}.
 *
 * @param checks by name, with their data; empty where it tells strangers no details
 */
record Health(Site server, Map<String, Map<String, Object>> checks) {

    boolean tells(String check) {
        return !data(check).isEmpty();
    }

    private Map<String, Object> data(String check) {
        return checks.getOrDefault(check, Map.of());
    }

    /** As text, since some servers write numbers so. Empty where it is not told. */
    String text(String check, String name) {
        return Objects.toString(data(check).get(name), "");
    }

    int number(String check, String name) {
        String text = text(check, name);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    boolean flag(String check, String name) {
        return Boolean.parseBoolean(text(check, name));
    }
}
