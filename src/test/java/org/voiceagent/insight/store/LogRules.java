package org.voiceagent.insight.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCut;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRated;
import org.voiceagent.insight.entity.LogRow;
import org.voiceagent.insight.entity.Rows;

/** What the log promises, on any database. */
abstract class LogRules {

    private static final String MEMBER = "6f1b0c1e-0000-4000-8000-000000000001";

    private LogTables tables;
    private LogRows rows;

    /** An empty database. */
    abstract DataSource source();

    @BeforeEach
    void open() {
        tables = new LogTables(source());
        rows = tables.rows(Map.of());
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void a_turn_is_a_row_with_all_that_is_known_of_it() {
        SessionRef session = Rows.session();
        write(Rows.begun(session), Rows.ended(session));
        Map<String, Object> turn = only(tables.turns(session));
        assertEquals("When?", turn.get("question"));
        assertEquals("At nine.", turn.get("response"));
        assertEquals("help/hours#saturday", turn.get("sources"));
        assertEquals("done", turn.get("outcome"));
        assertEquals("turns", turn.get("mode"));
        assertEquals(1L, turn.get("turn_number"));
        assertEquals(Rows.NOW.toEpochMilli(), turn.get("ended_at"));
        assertEquals("openai/whisper-1", turn.get("transcription_engine"));
        assertEquals("openai/gpt-4o-mini", turn.get("answer_engine"));
        assertEquals("embedded", turn.get("speech_engine"));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), timings(turn));
        assertEquals(new BigDecimal("0.000123456789"), turn.get("cost"));
        assertEquals("USD", turn.get("currency"));
        assertEquals(
                List.of(400, 100, 20),
                List.of(turn.get("input_tokens"), turn.get("cached_input_tokens"), turn.get("output_tokens")));
        assertEquals(
                List.of(2300L, 90, 1),
                List.of(turn.get("transcribed_ms"), turn.get("spoken_characters"), turn.get("cache_hits")));
        Map<String, Object> begun = only(tables.sessions(session));
        assertEquals(
                List.of("en", "DE", "mobile", MEMBER),
                List.of(begun.get("language"), begun.get("country"), begun.get("device"), begun.get("member")));
    }

    private static List<Object> timings(Map<String, Object> turn) {
        return List.of(
                turn.get("endpointing_ms"),
                turn.get("transcription_ms"),
                turn.get("ttft_ms"),
                turn.get("first_sentence_ms"),
                turn.get("speech_ms"),
                turn.get("first_audio_ms"),
                turn.get("heard_ms"),
                turn.get("total_ms"));
    }

    @Test
    void a_turn_that_is_told_twice_is_one_row_the_later_one() {
        SessionRef session = Rows.session();
        TurnId id = TurnId.mint();
        Turn failed = Rows.turn(id, "When?", "", Rows.NOW);
        Turn done = Rows.turn(id, "When?", "At nine.", Rows.NOW.plusSeconds(1));
        write(Rows.ended(session, failed));
        write(Rows.ended(session, done), Rows.ended(session, done));
        write(Rows.ended(session, failed));
        assertEquals("At nine.", only(tables.turns(session)).get("response"));
    }

    private static LogRow.Rated rated(SessionRef session, TurnId turn, Rating rating) {
        return new LogRow.Rated(new TurnRated(session, turn, Optional.of(rating), Rows.NOW));
    }

    @Test
    void a_rating_stays_when_its_turn_is_written_again() {
        SessionRef session = Rows.session();
        LogRow.Ended turn = Rows.ended(session);
        TurnId id = turn.event().turn().id();
        write(rated(session, TurnId.mint(), Rating.DOWN), turn, rated(session, id, Rating.UP));
        write(turn);
        assertEquals("up", only(tables.turns(session)).get("rating"));
    }

    private static LogRow.Cut cut(LogRow.Ended turn, String heard) {
        return new LogRow.Cut(new TurnCut(turn.session(), turn.event().turn().id(), heard));
    }

    @Test
    void a_turn_interrupted_after_its_end_is_kept_as_far_as_it_was_heard() {
        SessionRef session = Rows.session();
        LogRow.Ended turn = Rows.ended(session, Rows.turn("When?", "At nine. Call +49 30 1234567.", Rows.NOW));
        write(
                cut(turn, "Too early to be known."),
                rated(session, turn.event().turn().id(), Rating.UP),
                turn);
        write(cut(turn, "Call +49 30 1234567."));
        write(turn);
        Map<String, Object> kept = only(tables.turns(session));
        assertEquals("interrupted", kept.get("outcome"));
        assertEquals("Call [removed].", kept.get("response"));
        assertEquals("up", kept.get("rating"));
        assertEquals("When?", kept.get("question"));
    }

    @Test
    void a_late_interruption_brings_no_words_where_none_are_kept() {
        LogRow.Ended turn = Rows.ended(Rows.session());
        tables.rows(Map.of("voice.log.texts", "false")).write(List.of(turn, cut(turn, "At")), MEMBER);
        assertEquals("interrupted", only(tables.turns(turn.session())).get("outcome"));
        assertNull(only(tables.turns(turn.session())).get("response"));
    }

    @Test
    void an_export_has_every_column_of_a_sessions_rows_that_has_a_value() {
        SessionRef session = Rows.session();
        LogRow.Ended turn = Rows.ended(session);
        write(Rows.begun(session), turn, Rows.ended(Rows.session()));
        Map<String, Object> kept = tables.kept().of(session);
        Map<?, ?> begun = (Map<?, ?>) ((List<?>) kept.get("sessions")).get(0);
        assertEquals(
                List.of("DE", "mobile", "en"),
                List.of(begun.get("country"), begun.get("device"), begun.get("language")));
        assertEquals(Rows.NOW.toString(), begun.get("begunAt"));
        assertEquals(1, ((List<?>) kept.get("turns")).size());
        Map<?, ?> ended = (Map<?, ?>) ((List<?>) kept.get("turns")).get(0);
        assertEquals("When?", ended.get("question"));
        assertEquals(turn.event().turn().id().toString(), ended.get("turnId"));
        assertEquals(new BigDecimal("0.000123456789"), ended.get("cost"));
        assertEquals(BigDecimal.ZERO, ended.get("speechCost"));
        long columns = only(tables.turns(session)).values().stream()
                .filter(Objects::nonNull)
                .count();
        assertEquals(columns, ended.size());
        assertEquals(
                Map.of("sessions", List.of(), "turns", List.of()), tables.kept().of(Rows.session()));
    }

    @Test
    void an_erased_session_has_no_row_any_more_and_gets_none_later() {
        SessionRef session = Rows.session();
        SessionRef other = Rows.session();
        write(Rows.begun(session), Rows.ended(session), Rows.ended(session), Rows.ended(other));
        assertEquals(3, rows.erase(session, true, Rows.NOW));
        write(Rows.ended(session), Rows.ended(other), Rows.begun(session));
        assertEquals(List.of(), tables.turns(session));
        assertEquals(List.of(), tables.sessions(session));
        assertEquals(2, tables.turns(other).size());
        assertEquals(0, rows.erase(session, true, Rows.NOW), "again");
    }

    @Test
    void a_session_that_never_was_leaves_no_tombstone_that_anybody_could_pile_up() {
        SessionRef session = Rows.session();
        assertEquals(0, rows.erase(session, false, Rows.NOW));
        write(Rows.ended(session));
        assertEquals(1, tables.turns(session).size());
    }

    @Test
    void what_is_sensitive_never_reaches_the_database() {
        SessionRef session = Rows.session();
        String canary = "jo@example.org, 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00, +49 30 1234567";
        write(Rows.ended(session, Rows.turn("I am " + canary + "!", "You are " + canary + ".", Rows.NOW)));
        Map<String, Object> turn = only(tables.turns(session));
        String kept = turn.get("question") + " " + turn.get("response");
        for (String secret : List.of("jo@", "4111", "DE89", "1234567")) {
            assertFalse(kept.contains(secret), kept);
        }
        assertEquals("I am [removed], [removed], [removed], [removed]!", turn.get("question"));
    }

    @Test
    void no_words_are_kept_where_none_are_wanted_or_none_are_remembered() {
        SessionRef silent = Rows.session();
        tables.rows(Map.of("voice.log.texts", "false")).write(List.of(Rows.ended(silent)), MEMBER);
        assertNull(only(tables.turns(silent)).get("question"));
        assertNull(only(tables.turns(silent)).get("response"));
        SessionRef unremembered = Rows.session();
        write(Rows.ended(unremembered, Rows.turn("When?", "At nine.", Rows.NOW), OptionalLong.empty()));
        assertNull(only(tables.turns(unremembered)).get("question"));
        assertNull(only(tables.turns(unremembered)).get("turn_number"));
        assertEquals("", only(tables.turns(unremembered)).get("sources"));
    }

    @Test
    void takes_any_characters_and_any_length() {
        SessionRef session = Rows.session();
        String strange = "a\u0000b \ud83d\ude00 \u00fc ' \\ \n";
        write(Rows.ended(session, Rows.turn(strange + "\ud83d", "x".repeat(300_000), Rows.NOW)));
        Map<String, Object> turn = only(tables.turns(session));
        assertEquals("ab \ud83d\ude00 \u00fc ' \\ \n?", turn.get("question"));
        assertEquals(100_000, turn.get("response").toString().length());
    }

    @Test
    void a_row_that_the_database_refuses_is_left_out_and_the_others_are_written() {
        SessionRef refused = new SessionRef("x".repeat(80));
        SessionRef session = Rows.session();
        List<LogRow> batch = List.of(Rows.ended(session), Rows.ended(refused), Rows.begun(session));
        assertEquals(1, rows.write(batch, MEMBER));
        assertEquals(1, tables.turns(session).size());
        assertEquals(1, tables.sessions(session).size());
    }

    @Test
    void keeps_rows_as_long_as_it_is_told_and_deletes_older_ones_a_few_at_a_time() {
        Instant old = Rows.NOW.minus(Duration.ofDays(31));
        SessionRef kept = Rows.session();
        SessionRef gone = Rows.session();
        List<LogRow> many = new ArrayList<>(List.of(Rows.begun(kept), Rows.ended(kept)));
        for (int count = 0; count < LogRows.PURGED_AT_ONCE + 20; count++) {
            many.add(Rows.ended(gone, Rows.turn("When?", "At nine.", old)));
        }
        write(many.toArray(LogRow[]::new));
        rows.purge(Rows.NOW.minus(Duration.ofDays(30)));
        assertEquals(List.of(), tables.turns(gone));
        assertEquals(1, tables.turns());
        assertEquals(1, tables.sessions(kept).size());
        rows.purge(Rows.NOW.plusSeconds(1));
        assertEquals(0, tables.turns());
        assertEquals(List.of(), tables.sessions(kept));
    }

    private void write(LogRow... some) {
        assertEquals(0, rows.write(List.of(some), MEMBER));
    }

    private static Map<String, Object> only(List<Map<String, Object>> found) {
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }
}
