package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.insight.entity.TurnPage;
import org.voiceagent.insight.entity.TurnPlace;

class TurnExportTest {

    private static TurnExport of(Map<String, Object> turn) {
        return TurnExport.of(last -> new TurnPage(List.of(turn), Optional.empty()));
    }

    private static String written(Map<String, Object> turn) throws IOException {
        StringWriter out = new StringWriter();
        of(turn).csv(out);
        String[] lines = out.toString().split("\r\n", 2);
        assertEquals(33, lines[0].chars().filter(character -> character == ',').count());
        return lines[1];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(1)|'=HYPERLINK(1)",
                "+1|'+1",
                "-1|'-1",
                "@SUM|'@SUM",
                "` =1`|`\" '=1\"`",
                "a;=1|\"a;'=1\"",
                "a; +1;b|\"a; '+1;b\"",
                "a; b|\"a; b\"",
                "\uFF1D1|'\uFF1D1",
                "\uFF201|'\uFF201",
                "a - b|a - b",
                "a, b|\"a, b\"",
                "say \"hi\"|\"say \"\"hi\"\"\"",
                "a=b|a=b"
            })
    void a_cell_is_no_formula_and_breaks_no_line(String text, String cell) throws IOException {
        assertEquals(",".repeat(9) + cell + ",".repeat(24) + "\r\n", written(Map.of("question", text)));
    }

    @Test
    void a_line_break_stays_within_its_quotes() throws IOException {
        assertEquals(",".repeat(9) + "\"a\nb\"" + ",".repeat(24) + "\r\n", written(Map.of("question", "a\nb")));
    }

    @Test
    void no_formula_begins_behind_a_line_break_or_a_tab() throws IOException {
        assertEquals(
                ",".repeat(9) + "\"a\n'=1\t'@b\"" + ",".repeat(24) + "\r\n", written(Map.of("question", "a\n=1\t@b")));
    }

    @Test
    void numbers_are_written_out() throws IOException {
        String line = written(Map.of("cost", new BigDecimal("1E-9"), "currency", "USD"));
        assertEquals(",".repeat(32) + "0.000000001,USD\r\n", line);
    }

    @Test
    void all_pages_come_one_after_the_other() throws IOException {
        StringWriter out = new StringWriter();
        TurnExport.of(last -> last.isEmpty()
                        ? new TurnPage(List.of(Map.of("number", 1)), Optional.of(new TurnPlace(7, "a/b").toString()))
                        : new TurnPage(List.of(Map.of("number", last.get().endedAt())), Optional.empty()))
                .json(out);
        assertEquals("[\n{\"number\":1},\n{\"number\":7}\n]\n", out.toString());
    }

    @Test
    void nothing_is_an_empty_array() throws IOException {
        StringWriter out = new StringWriter();
        TurnExport.of(last -> new TurnPage(List.of(), Optional.empty())).json(out);
        assertEquals("[]\n", out.toString());
    }
}
