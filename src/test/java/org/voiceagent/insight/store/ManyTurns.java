package org.voiceagent.insight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.voiceagent.database.Database;
import org.voiceagent.database.TestDatabases;

/** A log too large to be written turn by turn: each session has five turns, a thousand questions come again and again. */
public final class ManyTurns {

    private static final String NUMBERS_OF_H2 = "system_range(1, %d) as g(i)";
    private static final String NUMBERS_OF_POSTGRESQL = "generate_series(1, %d) as g(i)";
    private static final String SESSION = "concat('0123456789', lpad(cast(i / 5 as varchar), 22, '0'))";
    private static final String COLUMNS = "id, session_ref, turn_id, turn_number, ended_at, mode, spoken, language,"
            + " question, response, sources, outcome, problem, transcription_engine, answer_engine, speech_engine,"
            + " endpointing_ms, transcription_ms, ttft_ms, first_sentence_ms, speech_ms, first_audio_ms, heard_ms,"
            + " total_ms, input_tokens, cached_input_tokens, output_tokens, transcribed_ms, spoken_characters,"
            + " cache_hits, cost, currency, rating, member, question_key";
    private static final String VALUES = "concat(" + SESSION + ", '/', cast(i as varchar)), " + SESSION
            + ", cast(i as varchar), mod(i, 5) + 1, cast(? as bigint) + cast(i as bigint) * cast(? as bigint), 'turns',"
            + " true, case when mod(i, 3) = 0 then 'de' else 'en' end,"
            + " concat('When are you open on day ', cast(mod(i, 1009) as varchar), ' of the year, please?'),"
            + " repeat('We are open. ', 20), case when mod(i, 9) = 0 then '' else 'help/hours#saturday' end,"
            + " case when mod(i, 20) = 0 then 'interrupted' when mod(i, 50) = 1 then 'failed' else 'done' end,"
            + " case when mod(i, 50) = 1 then 'upstream-timeout' end, 'openai/whisper-1', 'openai/gpt-4o-mini',"
            + " 'openai/gpt-4o-mini-tts', mod(i * 7, 700), mod(i * 13, 1501), mod(i * 17, 2003), mod(i * 19, 3001),"
            + " mod(i * 23, 1009), mod(i * 29, 4001), mod(i * 31, 5003), mod(i * 37, 9001), mod(i, 900), mod(i, 90),"
            + " mod(i, 300), 2000, 100, mod(i, 3), 0.000123456789, 'USD',"
            + " case when mod(i, 30) = 0 then 'up' when mod(i, 70) = 0 then 'down' end, 'a member', mod(i, 1009)";

    private ManyTurns() {}

    /**
     * @param turns spread over 90 days
     * @return what admins see of them
     */
    public static LogView of(DataSource source, int turns, Instant begin) throws SQLException {
        Database database = TestDatabases.of(source);
        database.reach();
        try (Connection connection = source.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String numbers = (h2 ? NUMBERS_OF_H2 : NUMBERS_OF_POSTGRESQL).formatted(turns);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into voice_agent_turn (" + COLUMNS + ") select " + VALUES + " from " + numbers)) {
                insert.setLong(1, begin.toEpochMilli());
                insert.setLong(2, Duration.ofDays(90).toMillis() / (turns + 1));
                insert.executeUpdate();
            }
            execute(
                    connection,
                    "insert into voice_agent_session select distinct session_ref, cast(0 as bigint), 'en', 'DE',"
                            + " 'mobile', 'a member' from voice_agent_turn");
            execute(connection, h2 ? "analyze" : "vacuum analyze");
        }
        return new LogTables(source).view(Map.of());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
