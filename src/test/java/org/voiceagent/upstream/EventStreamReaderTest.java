package org.voiceagent.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamReaderTest {

    @Test
    void reads_the_data_of_each_event() {
        assertEquals(List.of("one", "two"), all(reader("data: one\n\ndata: two\n\n")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void a_character_split_over_reads_stays_whole(int bytesAtATime) {
        String text = "data: Grüße \uD83D\uDEB2 für 9 €\r\n\r\ndata: ja\r\n\r\n";
        assertEquals(List.of("Grüße \uD83D\uDEB2 für 9 €", "ja"), all(reader(text, bytesAtATime)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_may_end_in_any_of_the_three_ways(String end) {
        String text = "data: a" + end + "data: b" + end + end + "data: c" + end + end;
        assertEquals(List.of("a\nb", "c"), all(reader(text)));
    }

    @Test
    void a_byte_order_mark_at_the_start_is_no_text() {
        assertEquals(List.of("a"), all(reader("\uFEFFdata: a\n\n")));
    }

    @Test
    void comments_and_other_fields_are_passed_over() {
        assertEquals(
                List.of("a"),
                all(reader(": waiting\n\nevent: message\nid: 7\nretry: 10\n\ndatabase: x\nevent: y\ndata: a\n\n")));
    }

    @Test
    void the_space_after_the_colon_is_optional_and_only_one_is_taken() {
        assertEquals(List.of("a", " b", ""), all(reader("data:a\n\ndata:  b\n\ndata\n\n")));
    }

    @Test
    void done_ends_the_stream_even_if_more_follows() {
        EventStreamReader reader = reader("data: a\n\ndata: [DONE]\n\ndata: b\n\n");
        assertEquals(List.of("a"), all(reader));
        assertTrue(reader.done());
        assertEquals(Optional.empty(), reader.next());
    }

    @Test
    void a_last_event_without_its_blank_line_counts() {
        EventStreamReader reader = reader("data: a\n\ndata: b\n");
        assertEquals(List.of("a", "b"), all(reader));
        assertFalse(reader.done());
    }

    @Test
    void a_last_line_that_is_cut_does_not_count() {
        assertEquals(List.of("a"), all(reader("data: a\n\ndata: {\"half")));
    }

    @Test
    void an_endless_line_is_an_error() {
        EventStreamReader reader = new EventStreamReader(buffer -> buffer.length);
        UpstreamProblem problem = assertThrows(UpstreamProblem.class, reader::next);
        assertEquals(UpstreamProblem.Kind.MALFORMED, problem.kind());
    }

    @Test
    void an_endless_event_is_an_error() {
        byte[] line = ("data: " + "x".repeat(1000) + "\n").getBytes(StandardCharsets.UTF_8);
        EventStreamReader reader = new EventStreamReader(buffer -> {
            System.arraycopy(line, 0, buffer, 0, line.length);
            return line.length;
        });
        assertThrows(UpstreamProblem.class, reader::next);
    }

    private static EventStreamReader reader(String text) {
        return reader(text, Integer.MAX_VALUE);
    }

    private static EventStreamReader reader(String text, int bytesAtATime) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        ToIntFunction<byte[]> source = buffer -> bytes.read(buffer, 0, Math.min(buffer.length, bytesAtATime));
        return new EventStreamReader(source);
    }

    private static List<String> all(EventStreamReader reader) {
        List<String> events = new ArrayList<>();
        for (Optional<String> event = reader.next(); event.isPresent(); event = reader.next()) {
            events.add(event.get());
        }
        return events;
    }
}
