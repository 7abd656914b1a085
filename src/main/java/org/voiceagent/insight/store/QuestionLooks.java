package org.voiceagent.insight.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.insight.entity.GapPlace;
import org.voiceagent.insight.entity.LastGap;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.Window;

/** Looks for questions by their keys. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
public final class QuestionLooks {

    /** Asked for by one statement. */
    private static final int KEYS_AT_ONCE = 100;

    /** Characters of a response. */
    private static final int SHOWN = 600;

    private static final String KEY_AND_DAY = "(cast(? as bigint), cast(? as bigint), cast(? as bigint))";
    private static final String WORDINGS = "select k.question_key, (select t.question from voice_agent_turn t"
            + " where t.question_key = k.question_key and t.ended_at >= k.begins and t.ended_at < k.ends"
            + " and t.question is not null order by t.ended_at desc limit 1)"
            + " from (values %s) as k(question_key, begins, ends)";
    private static final String GAPS = "t.question_key = ? and t.ended_at >= ? and t.ended_at < ? and ("
            + TurnColumns.UNANSWERED + " or t.rating = 'down')";
    private static final String ANSWERED =
            "select 1 from voice_agent_turn t where t.question_key = ? and t.ended_at > ?"
                    + " and t.outcome = 'done' and t.sources <> '' and t.turn_number is not null"
                    + " and coalesce(t.rating, '') <> 'down' limit 1";

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
        String sql = WORDINGS.formatted(String.join(", ", Collections.nCopies(keys.size(), KEY_AND_DAY)));
        looks.each(connection, sql, parameters, row -> keep(row, wordings));
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

    /**
     * The last turn of each gap; empty where it is gone meanwhile.
     *
     * @param filter of the turns in vain; whatever has answered them counts
     */
    public List<Optional<LastGap>> last(List<GapPlace> places, TurnFilter filter) {
        return looks.look(connection -> {
            List<Optional<LastGap>> last = new ArrayList<>();
            for (GapPlace place : places) {
                last.add(last(connection, place, filter));
            }
            return last;
        });
    }

    private record Found(long endedAt, String session, String question, String response) {}

    private Optional<LastGap> last(Connection connection, GapPlace place, TurnFilter filter) throws SQLException {
        List<Found> found = new ArrayList<>();
        Window day = day(place.day());
        for (Long key : place.inVain()) {
            TurnQuery query = TurnQuery.where(GAPS, key, day.from(), day.until())
                    .only(filter)
                    .newest(1);
            looks.each(connection, query.sql(), query.parameters(), row -> found.add(found(row)));
        }
        Optional<Found> last = found.stream().max(Comparator.comparingLong(Found::endedAt));
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(told(
                        last.get(),
                        answered(connection, place.keys(), last.get().endedAt())));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("ended_at"),
                row.getString("session_ref"),
                row.getString("question"),
                Optional.ofNullable(row.getString("response")).orElse(""));
    }

    private boolean answered(Connection connection, List<Long> keys, long since) throws SQLException {
        List<Long> answered = new ArrayList<>();
        for (Long key : keys) {
            if (answered.isEmpty()) {
                looks.each(connection, ANSWERED, List.of(key, since), row -> answered.add(key));
            }
        }
        return !answered.isEmpty();
    }

    private static LastGap told(Found found, boolean answered) {
        return new LastGap(
                found.session(),
                Instant.ofEpochMilli(found.endedAt()).toString(),
                found.question(),
                begin(found.response()),
                answered);
    }

    private static String begin(String response) {
        return response.codePoints()
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
