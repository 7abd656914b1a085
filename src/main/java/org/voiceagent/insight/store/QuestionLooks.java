package org.voiceagent.insight.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.voiceagent.insight.entity.Window;

/** Looks for questions by their keys. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
public final class QuestionLooks {

    /** Asked for by one statement. */
    private static final int KEYS_AT_ONCE = 200;

    private static final String THREE = "(cast(? as bigint), cast(? as bigint), cast(? as bigint))";
    private static final String WORDINGS = "select k.question_key, (select t.question from voice_agent_turn t"
            + " where t.question_key = k.question_key and t.ended_at >= k.begins and t.ended_at < k.ends"
            + " and t.question is not null order by t.ended_at desc limit 1)"
            + " from (values %s) as k(question_key, begins, ends)";

    private final LogLooks looks;
    private final ZoneId zone;

    QuestionLooks(LogLooks looks, ZoneId zone) {
        this.looks = looks;
        this.zone = zone;
    }

    /**
     * Questions as they were last asked; those that are gone meanwhile are not there.
     *
     * @param asked the key of each, and the day to look in: H2 reads all rows of a key within the time it is given
     */
    public Map<Long, String> wordings(Map<Long, LocalDate> asked) {
        List<Long> keys = asked.keySet().stream().sorted().toList();
        return looks.look(connection -> {
            Map<Long, String> wordings = new HashMap<>();
            for (int begin = 0; begin < keys.size(); begin += KEYS_AT_ONCE) {
                read(connection, keys.subList(begin, Math.min(keys.size(), begin + KEYS_AT_ONCE)), asked, wordings);
            }
            return wordings;
        });
    }

    private void read(Connection connection, List<Long> keys, Map<Long, LocalDate> asked, Map<Long, String> wordings)
            throws SQLException {
        List<Long> parameters = new ArrayList<>();
        for (Long key : keys) {
            Window day = day(asked.get(key));
            parameters.addAll(List.of(key, day.from(), day.until()));
        }
        looks.each(connection, WORDINGS.formatted(values(keys.size())), parameters, row -> keep(row, wordings));
    }

    private static void keep(ResultSet row, Map<Long, String> wordings) throws SQLException {
        String wording = row.getString(2);
        if (wording != null) {
            wordings.put(row.getLong(1), wording);
        }
    }

    private Window day(LocalDate day) {
        return new Window(day, day, zone);
    }

    /** Rows of three whole numbers each, as a table of SQL. */
    static String values(int count) {
        return String.join(", ", Collections.nCopies(count, THREE));
    }
}
