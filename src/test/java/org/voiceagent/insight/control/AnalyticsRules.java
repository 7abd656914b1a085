package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.TurnCut;
import org.voiceagent.conversation.entity.TurnRated;
import org.voiceagent.insight.entity.KnownReport;
import org.voiceagent.insight.entity.LogRow;
import org.voiceagent.insight.entity.Report;
import org.voiceagent.insight.entity.Report.Totals;
import org.voiceagent.insight.entity.Rows;
import org.voiceagent.insight.entity.Script;
import org.voiceagent.insight.entity.ScriptedTurn;
import org.voiceagent.insight.entity.Sums;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.TurnPlace;
import org.voiceagent.insight.entity.Window;
import org.voiceagent.insight.store.LogTables;
import org.voiceagent.insight.store.LogView;

/** Every number is the one that is known of the script, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnalyticsRules {

    private static final Map<String, String> CONFIGURATION = Map.of("voice.insight.time-zone", "Europe/Berlin");
    private static final int OF_A_PAGE = 1000;

    private final Script script = Script.of(turns());
    private LogTables tables;
    private LogView view;

    /** An empty database. */
    abstract DataSource source();

    abstract int turns();

    @BeforeAll
    void writeTheLog() {
        tables = new LogTables(source());
        tables.write(script.rows());
        assertEquals(turns(), tables.turns());
        view = tables.view(CONFIGURATION);
    }

    private static Window window(LocalDate last, int days) {
        return new Window(last.minusDays(days - 1L), last, Script.ZONE);
    }

    private void assertKnown(LocalDate last, int days, TurnFilter filter) {
        Report report = Analytics.report(view, window(last, days), filter);
        assertEquals(KnownReport.of(script, last, days, filter), report);
    }

    @Test
    void a_report_says_what_the_script_says() {
        assertKnown(Script.LAST, 1, TurnFilter.ALL);
        assertKnown(Script.LAST, 7, TurnFilter.ALL);
        assertKnown(Script.LAST, 30, TurnFilter.ALL);
        assertKnown(Script.LAST, 90, TurnFilter.ALL);
        assertTrue(KnownReport.of(script, Script.LAST, 90, TurnFilter.ALL)
                        .totals()
                        .sums()
                        .turns()
                == turns());
    }

    @Test
    void days_are_those_of_the_time_zone_also_one_of_23_hours() {
        assertKnown(Script.FIRST, 1, TurnFilter.ALL);
        assertKnown(Script.FIRST.plusDays(1), 1, TurnFilter.ALL);
        assertKnown(Script.FIRST.plusDays(1), 7, TurnFilter.ALL);
    }

    @Test
    void a_filter_leaves_out_whatever_is_of_another_kind() {
        for (Optional<String> language : List.of(Optional.<String>empty(), Optional.of("de"))) {
            for (Optional<String> engine : List.of(Optional.<String>empty(), Optional.of("embedded"))) {
                for (String outcome : List.of("", "done", "interrupted", "failed", "blocked")) {
                    Optional<String> ended = Optional.of(outcome).filter(word -> !word.isEmpty());
                    assertKnown(Script.LAST, 7, new TurnFilter(language, engine, ended));
                }
            }
        }
        assertKnown(Script.LAST, 7, new TurnFilter(Optional.of("' or 1=1"), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_window_without_turns_is_all_zeros() {
        assertKnown(Script.FIRST.minusDays(1), 7, TurnFilter.ALL);
    }

    @Test
    void an_export_has_every_turn_once_with_its_numbers() throws IOException {
        TurnFilter german = new TurnFilter(Optional.of("de"), Optional.empty(), Optional.empty());
        List<ScriptedTurn> expected = new ArrayList<>(script.turns().stream()
                .filter(turn -> turn.serving().language().equals("de"))
                .toList());
        expected.sort(Comparator.comparing(ScriptedTurn::at).reversed());
        StringWriter file = new StringWriter();
        export(german).json(file);
        JsonObject[] exported = JsonbBuilder.create().fromJson(file.toString(), JsonObject[].class);
        assertEquals(expected.size(), exported.length);
        for (int index = 0; index < exported.length; index++) {
            assertExported(expected.get(index), exported[index]);
        }
        StringWriter sheet = new StringWriter();
        export(german).csv(sheet);
        assertEquals(expected.size() + 1, sheet.toString().split("\r\n").length);
    }

    private TurnExport export(TurnFilter filter) {
        return TurnExport.of(last -> view.turns(window(Script.LAST, 7), filter, last, OF_A_PAGE));
    }

    private static void assertExported(ScriptedTurn turn, JsonObject exported) {
        assertEquals(turn.id().toString(), exported.getString("turnId"));
        assertEquals(turn.session().value(), exported.getString("session"));
        assertEquals(turn.at().toString(), exported.getString("at"));
        assertEquals(turn.remembered() ? turn.question() : "", exported.getString("question", ""));
        assertEquals(turn.serving().outcome().word(), exported.getString("outcome"));
        assertEquals(turn.serving().problem().orElse(""), exported.getString("problem", ""));
        assertEquals(turn.place().country().orElse(""), exported.getString("country", ""));
        assertEquals(turn.times()[5], exported.getInt("firstAudioMs"));
        assertEquals(turn.times()[7], exported.getInt("totalMs"));
        assertEquals(turn.consumed().input(), exported.getInt("inputTokens"));
        assertEquals(turn.consumed().output(), exported.getInt("outputTokens"));
        assertEquals(turn.consumed().cacheHits(), exported.getInt("cacheHits"));
        BigDecimal cost = exported.getJsonNumber("cost").bigDecimalValue();
        assertEquals(0, turn.consumed().cost().compareTo(cost), cost.toString());
        assertEquals(turn.rating().map(Rating::word).orElse(""), exported.getString("rating", ""));
    }

    @Test
    void pages_go_on_where_the_one_before_has_ended() {
        Window day = window(Script.LAST, 1);
        List<Object> ids = new ArrayList<>();
        Optional<TurnPlace> after = Optional.empty();
        do {
            var page = view.turns(day, TurnFilter.ALL, after, 97);
            page.turns().forEach(turn -> ids.add(turn.get("turnId")));
            after = page.next().flatMap(TurnPlace::parse);
        } while (after.isPresent());
        List<String> expected = script.turns().stream()
                .filter(turn -> turn.at().atZone(Script.ZONE).toLocalDate().equals(Script.LAST))
                .sorted(Comparator.comparing(ScriptedTurn::at).reversed())
                .map(turn -> turn.id().toString())
                .toList();
        assertEquals(expected, ids);
    }

    @Test
    void a_conversation_is_a_sessions_turns_in_their_order() {
        ScriptedTurn some = script.turns().get(turns() / 2);
        List<String> expected = script.turns().stream()
                .filter(turn -> turn.session().equals(some.session()))
                .map(turn -> turn.id().toString())
                .toList();
        assertEquals(
                expected,
                view.conversation(some.session()).stream()
                        .map(turn -> turn.get("turnId"))
                        .toList());
        assertEquals(List.of(), view.conversation(Rows.session()));
    }

    /** On a log of its own, since it is changed. */
    @Test
    void what_changes_in_a_day_that_was_counted_already_is_counted_again() {
        LogTables changing = new LogTables(source());
        Script few = Script.of(50);
        changing.write(few.rows());
        LogView seen = changing.view(CONFIGURATION);
        Window all = window(Script.LAST, 7);
        Totals totals = Analytics.report(seen, all, TurnFilter.ALL).totals();
        Sums before = totals.sums();
        ScriptedTurn unrated = few.turns().stream()
                .filter(turn -> turn.rating().isEmpty())
                .findFirst()
                .orElseThrow();
        changing.write(List.of(new LogRow.Rated(
                new TurnRated(unrated.session(), unrated.id(), Optional.of(Rating.UP), unrated.at()))));
        assertEquals(
                before.up() + 1,
                Analytics.report(seen, all, TurnFilter.ALL).totals().sums().up());
        ScriptedTurn whole = few.turns().stream()
                .filter(turn -> turn.serving().outcome() == Outcome.DONE)
                .findFirst()
                .orElseThrow();
        changing.write(List.of(new LogRow.Cut(new TurnCut(whole.session(), whole.id(), "At"))));
        assertEquals(
                totals.interrupted() + 1,
                Analytics.report(seen, all, TurnFilter.ALL).totals().interrupted());
        changing.write(List.of(Rows.ended(
                Rows.session(),
                Rows.turn(
                        "When?",
                        "At nine.",
                        Script.FIRST.atTime(12, 0).atZone(Script.ZONE).toInstant()))));
        assertEquals(
                before.turns() + 1,
                Analytics.report(seen, all, TurnFilter.ALL).totals().sums().turns());
    }
}
