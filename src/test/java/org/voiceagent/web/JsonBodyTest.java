package org.voiceagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void reads_what_is_there_and_what_is_not() {
        JsonBody body = body("{\"question\":\"When?\",\"speed\":1.5,\"captions\":true,\"voice\":null}");
        assertEquals(Optional.of("When?"), body.text("question"));
        assertEquals(Optional.of(1.5), body.number("speed", 0, 2));
        assertEquals(Optional.of(true), body.flag("captions"));
        assertEquals(Optional.empty(), body.text("voice"));
        assertEquals(Optional.empty(), body.text("language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void takes_no_body_as_an_empty_object(String text) {
        assertEquals(Optional.empty(), body(text).text("question"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"question\":", "[1]", "\"text\"", "{\"a\":1} {\"b\":2}", "{question:1}"})
    void refuses_what_is_not_one_json_object(String text) {
        assertEquals(400, assertThrows(Problem.class, () -> body(text)).status());
    }

    @Test
    void reads_a_list_of_strings_and_points_at_what_is_none() {
        JsonBody list = body("{\"wordings\":[\"When?\",\"How long?\"],\"other\":[\"a\",1]}");
        assertEquals(List.of("When?", "How long?"), list.texts("wordings", 2));
        assertEquals(List.of(), list.texts("absent", 2));
        assertEquals(
                422,
                assertThrows(Problem.class, () -> list.texts("wordings", 1)).status());
        String detail =
                assertThrows(Problem.class, () -> list.texts("other", 2)).detail();
        assertTrue(detail.startsWith("/other/1 "), detail);
    }

    @Test
    void reads_a_list_that_came_by_itself() {
        JsonBody list = JsonBody.ofList("history", "[{\"role\":\"user\"}]".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Optional.of("user"),
                list.objects("history", 1).orElseThrow().get(0).text("role"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{", "[1] [2]"})
    void refuses_what_is_no_list_and_points_at_the_field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Problem refused = assertThrows(Problem.class, () -> JsonBody.ofList("history", bytes));
        assertEquals(422, refused.status());
        assertTrue(refused.detail().startsWith("/history "), refused.detail());
    }

    @Test
    void refuses_ten_thousand_levels_before_a_parser_recurses() {
        String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertEquals(400, assertThrows(Problem.class, () -> body(deep)).status());
    }

    @Test
    void does_not_count_brackets_inside_strings() {
        String text = "[".repeat(100) + "\\\"{";
        assertTrue(body("{\"question\":\"" + text + "\"}").text("question").isPresent());
    }

    @Test
    void refuses_broken_utf_8() {
        byte[] bytes = "{\"question\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(400, assertThrows(Problem.class, () -> JsonBody.of(bytes)).status());
    }

    @Test
    void points_at_the_field_that_is_wrong() {
        Problem number =
                assertThrows(Problem.class, () -> body("{\"question\":5}").text("question"));
        assertEquals(422, number.status());
        assertTrue(number.detail().startsWith("/question "), number.detail());
        Problem nul = assertThrows(
                Problem.class, () -> body("{\"question\":\"a\\u0000b\"}").text("question"));
        assertTrue(nul.detail().startsWith("/question "), nul.detail());
        JsonBody history = body("{\"history\":[{\"role\":\"user\"},{\"role\":7}]}")
                .objects("history", 2)
                .orElseThrow()
                .get(1);
        Problem role = assertThrows(Problem.class, () -> history.text("role"));
        assertTrue(role.detail().startsWith("/history/1/role "), role.detail());
    }

    @Test
    void refuses_more_entries_than_allowed() {
        JsonBody body = body("{\"history\":[{},{},{}]}");
        assertEquals(
                422,
                assertThrows(Problem.class, () -> body.objects("history", 2)).status());
    }

    private static JsonBody body(String text) {
        return JsonBody.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
