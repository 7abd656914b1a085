package org.voiceagent.insight.control;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.insight.entity.TurnField;
import org.voiceagent.insight.entity.TurnPage;
import org.voiceagent.insight.entity.TurnPages;
import org.voiceagent.insight.entity.TurnPlace;

/**
 * Logged turns as a file. They are fetched some at a time, so that neither the memory grows with them nor the database waits
 * for whoever reads slowly.
 */
public final class TurnExport {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final String LINE_END = "\r\n";
    private static final Pattern QUOTED = Pattern.compile("[\",;\t\r\n]|^\\s|\\s$");
    /**
     * What a spreadsheet takes for a formula (OWASP, CSV injection), also in full width; and behind what some of them separate
     * cells by, whatever this file does.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|[;\t\r\n])(\\s*)([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private final TurnPages pages;
    private final TurnPage first;

    private TurnExport(TurnPages pages, TurnPage first) {
        this.pages = pages;
        this.first = first;
    }

    /** Fetches the first turns, so that a database that does not answer is known before anything is written. */
    public static TurnExport of(TurnPages pages) {
        return new TurnExport(pages, pages.after(Optional.empty()));
    }

    /** As RFC 4180 has it, with a header; what a spreadsheet would take for a formula has an apostrophe before it. */
    public void csv(Writer out) throws IOException {
        out.write(Stream.of(TurnField.values()).map(TurnField::word).collect(Collectors.joining(",")) + LINE_END);
        each(turn -> out.write(Stream.of(TurnField.values())
                        .map(field -> cell(turn.getOrDefault(field.word(), "")))
                        .collect(Collectors.joining(","))
                + LINE_END));
        out.flush();
    }

    private static String cell(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        String text = value.toString();
        String harmless = FORMULA.matcher(text).replaceAll("$1$2'$3");
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** As an array of objects. */
    public void json(Writer out) throws IOException {
        StringBuilder between = new StringBuilder("[\n");
        each(turn -> {
            out.write(between + JSON.toJson(turn));
            between.setLength(0);
            between.append(",\n");
        });
        out.write(between.charAt(0) == '[' ? "[]\n" : "\n]\n");
        out.flush();
    }

    private void each(Line line) throws IOException {
        TurnPage page = first;
        while (true) {
            for (Map<String, Object> turn : page.turns()) {
                line.write(turn);
            }
            Optional<TurnPlace> last = page.next().flatMap(TurnPlace::parse);
            if (last.isEmpty()) {
                return;
            }
            page = pages.after(last);
        }
    }

    @FunctionalInterface
    private interface Line {

        void write(Map<String, Object> turn) throws IOException;
    }
}
