package org.voiceagent.insight.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.voiceagent.insight.entity.GapPlace;
import org.voiceagent.insight.entity.LastGap;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.Window;

/** Looks for the turns of gaps. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
public final class GapLooks {

    /** Parameters of a row of values. */
    private static final int OF_ONE = 3;

    /** Characters of a response. */
    private static final int SHOWN = 600;

    private static final String IN_VAIN = "t.question_key = k.question_key and t.ended_at >= k.begins"
            + " and t.ended_at < k.ends and (" + TurnColumns.UNANSWERED + " or t.rating = 'down')";
    private static final String LAST =
            "select k.question_key, (select max(t.ended_at) from voice_agent_turn t where %s)"
                    + " from (values %s) as k(question_key, begins, ends)";
    private static final String TURNS = "select k.place, t.ended_at, t.session_ref, t.question, t.response"
            + " from (values %s) as k(place, question_key, at) join voice_agent_turn t"
            + " on t.question_key = k.question_key and t.ended_at = k.at where t.question is not null order by t.id";
    private static final String ANSWERED = "select k.place from (values %s) as k(place, question_key, since)"
            + " where exists (select 1 from voice_agent_turn t where t.question_key = k.question_key"
            + " and t.ended_at > k.since and t.outcome = 'done' and t.sources <> '' and t.turn_number is not null"
            + " and coalesce(t.rating, '') <> 'down')";

    private final LogLooks looks;
    private final ZoneId zone;

    GapLooks(LogLooks looks, ZoneId zone) {
        this.looks = looks;
        this.zone = zone;
    }

    /**
     * The last turn of each gap; empty where it is gone meanwhile. Three statements, however many gaps there are.
     *
     * @param filter of the turns in vain; whatever has answered them counts
     */
    public List<Optional<LastGap>> last(List<GapPlace> places, TurnFilter filter) {
        if (places.isEmpty()) {
            return List.of();
        }
        return looks.look(connection -> {
            Map<Long, Long> last = ofKeys(connection, places, filter);
            Map<Integer, Found> found = turns(connection, places, last);
            Set<Integer> answered = answered(connection, places, found);
            return IntStream.range(0, places.size())
                    .mapToObj(place ->
                            Optional.ofNullable(found.get(place)).map(turn -> told(turn, answered.contains(place))))
                    .toList();
        });
    }

    /** When each key was last asked in vain. */
    private Map<Long, Long> ofKeys(Connection connection, List<GapPlace> places, TurnFilter filter)
            throws SQLException {
        TurnQuery inVain = TurnQuery.where(IN_VAIN).only(filter);
        List<Object> parameters = new ArrayList<>(inVain.parameters());
        int count = 0;
        for (GapPlace place : places) {
            Window day = new Window(place.day(), place.day(), zone);
            for (Long key : place.inVain()) {
                parameters.addAll(List.of(key, day.from(), day.until()));
                count++;
            }
        }
        Map<Long, Long> last = new HashMap<>();
        looks.each(connection, LAST.formatted(inVain.conditions(), QuestionLooks.values(count)), parameters, row -> {
            long at = row.getLong(2);
            if (!row.wasNull()) {
                last.put(row.getLong(1), at);
            }
        });
        return last;
    }

    private record Found(long endedAt, String session, String question, String response) {}

    private Map<Integer, Found> turns(Connection connection, List<GapPlace> places, Map<Long, Long> last)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            Optional<Long> key = places.get(place).inVain().stream()
                    .filter(last::containsKey)
                    .max(Comparator.comparing(last::get));
            if (key.isPresent()) {
                parameters.addAll(List.of((long) place, key.get(), last.get(key.get())));
            }
        }
        Map<Integer, Found> found = new HashMap<>();
        if (!parameters.isEmpty()) {
            looks.each(
                    connection,
                    TURNS.formatted(QuestionLooks.values(parameters.size() / OF_ONE)),
                    parameters,
                    row -> found.put(row.getInt("place"), found(row)));
        }
        return found;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("ended_at"),
                row.getString("session_ref"),
                row.getString("question"),
                Optional.ofNullable(row.getString("response")).orElse(""));
    }

    /** Places of those that were answered after their last turn. */
    private Set<Integer> answered(Connection connection, List<GapPlace> places, Map<Integer, Found> found)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        found.forEach((place, turn) ->
                places.get(place).keys().forEach(key -> parameters.addAll(List.of((long) place, key, turn.endedAt()))));
        Set<Integer> answered = new HashSet<>();
        if (!parameters.isEmpty()) {
            looks.each(
                    connection,
                    ANSWERED.formatted(QuestionLooks.values(parameters.size() / OF_ONE)),
                    parameters,
                    row -> answered.add(row.getInt(1)));
        }
        return answered;
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
