package command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads and writes JSON: objects are maps, arrays lists, numbers decimals. */
public final class Json {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int DEEPEST = 50;
    private static final int HEX = 16;
    private static final int UNICODE = 4;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** @throws Refused where it is no object */
    public static Map<String, Object> read(String text) {
        Json json = new Json(text);
        try {
            Object value = json.value();
            json.blank();
            if (value instanceof Map && json.at == text.length()) {
                return object(value);
            }
        } catch (IndexOutOfBoundsException | NumberFormatException ended) {
            throw new Refused("JSON that ends too early");
        }
        throw new Refused("no JSON object");
    }

    /** Empty for anything else. */
    @SuppressWarnings("unchecked") // only what this class has read is asked for
    public static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    /** Empty for anything else. */
    public static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** Empty for anything else. */
    public static String text(Object value) {
        return value instanceof String string ? string : "";
    }

    /** 0 for anything else. */
    public static int number(Object value) {
        return value instanceof BigDecimal number ? number.intValue() : 0;
    }

    private Object value() {
        blank();
        char first = text.charAt(at);
        return switch (first) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Optional.empty());
            default -> number();
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        open();
        while (!closed('}', members.isEmpty())) {
            blank();
            String name = string();
            blank();
            take(':');
            members.put(name, value());
        }
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        open();
        while (!closed(']', elements.isEmpty())) {
            elements.add(value());
        }
        return elements;
    }

    private void open() {
        at++;
        if (++depth > DEEPEST) {
            throw new Refused("JSON that is too deep");
        }
    }

    /** Takes the end, or the comma before the next. */
    private boolean closed(char end, boolean first) {
        blank();
        if (text.charAt(at) == end) {
            at++;
            depth--;
            return true;
        }
        if (!first) {
            take(',');
        }
        return false;
    }

    private String string() {
        take('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            char next = text.charAt(at++);
            string.append(next == '\\' ? escaped() : next);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char kind = text.charAt(at++);
        if (kind == 'u') {
            at += UNICODE;
            return (char) Integer.parseInt(text.substring(at - UNICODE, at), HEX);
        }
        int which = ESCAPES.indexOf(kind);
        if (which < 0) {
            throw new Refused("JSON with an unknown escape");
        }
        return ESCAPED.charAt(which);
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw new Refused("no JSON");
        }
        at += word.length();
        return meaning;
    }

    private BigDecimal number() {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new Refused("no JSON");
        }
        at = number.end();
        return new BigDecimal(number.group());
    }

    private void take(char expected) {
        if (text.charAt(at++) != expected) {
            throw new Refused("JSON without " + expected);
        }
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    public static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> quoted(member.getKey().toString()) + ":" + write(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::write).collect(Collectors.joining(",\n", "[", "]"));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof String string ? quoted(string) : value.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char next : text.toCharArray()) {
            int which = ESCAPED.indexOf(next);
            if (which >= 0 && next != '/') {
                quoted.append('\\').append(ESCAPES.charAt(which));
            } else if (next < ' ') {
                quoted.append(String.format("\\u%04x", (int) next));
            } else {
                quoted.append(next);
            }
        }
        return quoted.append('"').toString();
    }
}
