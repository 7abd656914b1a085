package org.voiceagent.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object somebody sent. JSON-B is lenient where a public call must not be (it takes a number for a string, and
 * replaces broken UTF-8), so bodies are read by hand: a wrong field is a problem that points at it.
 */
public final class JsonBody {

    /** Far more than any call needs; a body of brackets would end in a stack overflow of the parser. */
    private static final int MOST_LEVELS = 16;

    /** Made once: the API looks for its provider in all jars, under a lock of the server's, each time it is asked. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final JsonObject object;
    private final String pointer;

    private JsonBody(JsonObject object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /** An empty body is an empty object. */
    public static JsonBody of(byte[] bytes) {
        String text = decoded(bytes);
        if (text.isBlank()) {
            return new JsonBody(JsonValue.EMPTY_JSON_OBJECT, "");
        }
        if (parsed(text) instanceof JsonObject object) {
            return new JsonBody(object, "");
        }
        throw new InvalidBody("The body must be a JSON object.", null);
    }

    /** A list that came by itself, as a part of a form does, as the one field of an object. */
    public static JsonBody ofList(String field, byte[] bytes) {
        try {
            JsonValue value = parsed(decoded(bytes));
            return new JsonBody(Json.createObjectBuilder().add(field, value).build(), "");
        } catch (InvalidBody broken) {
            throw new InvalidField("/" + field, "must be a list in JSON.");
        }
    }

    private static JsonValue parsed(String text) {
        requireOneShallowValue(text);
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException broken) {
            throw new InvalidBody("The body is not valid JSON.", broken);
        }
    }

    /** A string; empty when the field is absent or null. NUL is refused: databases and logs choke on it. */
    public Optional<String> text(String field) {
        return value(field).map(value -> textOf(value, at(field)));
    }

    private static String textOf(JsonValue value, String pointer) {
        if (!(value instanceof JsonString string)) {
            throw new InvalidField(pointer, "must be a string.");
        }
        if (string.getString().indexOf('\0') >= 0) {
            throw new InvalidField(pointer, "must not hold a NUL character.");
        }
        return string.getString();
    }

    /** A list of at most {@code most} strings; empty when the field is absent or null. */
    public List<String> texts(String field, int most) {
        JsonArray array = array(field, most).orElse(JsonValue.EMPTY_JSON_ARRAY);
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < array.size(); index++) {
            texts.add(textOf(array.get(index), at(field) + "/" + index));
        }
        return texts;
    }

    /** A number within the two bounds, both included; empty when the field is absent or null. */
    public Optional<Double> number(String field, double least, double most) {
        return value(field).map(value -> {
            if (!(value instanceof JsonNumber number)
                    || !(number.doubleValue() >= least && number.doubleValue() <= most)) {
                throw new InvalidField(at(field), "must be a number from " + least + " to " + most + ".");
            }
            return number.doubleValue();
        });
    }

    public Optional<Boolean> flag(String field) {
        return value(field).map(value -> {
            if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                throw new InvalidField(at(field), "must be true or false.");
            }
            return value == JsonValue.TRUE;
        });
    }

    /** A list of objects with at most {@code most} of them; empty when the field is absent or null. */
    public Optional<List<JsonBody>> objects(String field, int most) {
        return array(field, most).map(array -> {
            List<JsonBody> objects = new ArrayList<>();
            for (int index = 0; index < array.size(); index++) {
                String position = at(field) + "/" + index;
                if (!(array.get(index) instanceof JsonObject entry)) {
                    throw new InvalidField(position, "must be an object.");
                }
                objects.add(new JsonBody(entry, position));
            }
            return objects;
        });
    }

    private Optional<JsonArray> array(String field, int most) {
        return value(field).map(value -> {
            if (!(value instanceof JsonArray array)) {
                throw new InvalidField(at(field), "must be a list.");
            }
            if (array.size() > most) {
                throw new InvalidField(at(field), "must not have more than " + most + " entries.");
            }
            return array;
        });
    }

    /** The problem of a field whose value this call does not take. */
    public Problem invalid(String field, String rule) {
        return new InvalidField(at(field), rule);
    }

    private Optional<JsonValue> value(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> value != JsonValue.NULL);
    }

    private String at(String field) {
        return pointer + "/" + field;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidBody("The body is not valid UTF-8.", malformed);
        }
    }

    /** One value, not nested deeper than any call needs: parsers do not look behind the value, and recurse in it. */
    private static void requireOneShallowValue(String text) {
        int level = 0;
        boolean inString = false;
        boolean closed = false;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (inString) {
                index += c == '\\' ? 1 : 0;
                inString = c != '"';
                continue;
            }
            if (closed && !Character.isWhitespace(c)) {
                throw new InvalidBody("The body must be one JSON object.", null);
            }
            inString = c == '"';
            level += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            closed |= level == 0 && (c == '}' || c == ']');
            if (level > MOST_LEVELS) {
                throw new InvalidBody("The body is nested too deeply.", null);
            }
        }
    }
}
