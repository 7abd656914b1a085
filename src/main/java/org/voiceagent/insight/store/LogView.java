package org.voiceagent.insight.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.database.Database;
import org.voiceagent.insight.entity.DayFigures;
import org.voiceagent.insight.entity.LastMinute;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.TurnPage;
import org.voiceagent.insight.entity.TurnPlace;
import org.voiceagent.insight.entity.Window;

/** What can be seen of the log. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
public final class LogView {

    /** More is not shown of a conversation. */
    private static final int MOST_OF_A_CONVERSATION = 1000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String BETWEEN = "select count(*), count(distinct t.session_ref),"
            + " coalesce(sum(case when t.outcome = 'failed' then 1 else 0 end), 0),"
            + " coalesce(sum(case when t.outcome = 'interrupted' then 1 else 0 end), 0)"
            + " from voice_agent_turn t where t.ended_at > ? and t.ended_at <= ?";

    private final LogLooks looks;
    private final CountedDays days;

    private LogView(LogLooks looks, CountedDays days) {
        this.looks = looks;
        this.days = days;
    }

    static LogView of(Database database, Settings settings) {
        LogLooks looks = new LogLooks(database, settings.duration("voice.insight.query-timeout"));
        return new LogView(looks, new CountedDays(looks, settings.timeZone("voice.insight.time-zone")));
    }

    /** In which days begin and end. */
    public ZoneId zone() {
        return days.zone();
    }

    /** Those with turns, in their order. One caller at a time: the others wait without a connection, and find it counted. */
    public List<DayFigures> days(Window window) {
        synchronized (days) {
            return looks.look(connection -> days.within(connection, window));
        }
    }

    /** Its questions, by their keys. */
    public QuestionLooks questions() {
        return new QuestionLooks(looks, zone());
    }

    /** The turns of its gaps. */
    public GapLooks gaps() {
        return new GapLooks(looks, zone());
    }

    /** @param after the last turn of the page before; empty for the first */
    public TurnPage turns(Window window, TurnFilter filter, Optional<TurnPlace> after, int most) {
        TurnQuery query = TurnQuery.within(window, filter).newest(most);
        after.ifPresent(query::after);
        return page(query, most);
    }

    /** The oldest first. */
    public List<Map<String, Object>> conversation(SessionRef session) {
        return page(TurnQuery.of(session.value()).oldest(MOST_OF_A_CONVERSATION), MOST_OF_A_CONVERSATION)
                .turns();
    }

    /** The minute up to now. */
    public LastMinute lastMinute(Instant now) {
        List<Long> minute = List.of(now.minus(MINUTE).toEpochMilli(), now.toEpochMilli());
        return looks.look(connection -> {
            List<LastMinute> found = new ArrayList<>();
            looks.each(
                    connection,
                    BETWEEN,
                    minute,
                    row -> found.add(new LastMinute(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4))));
            return found.get(0);
        });
    }

    private TurnPage page(TurnQuery query, int most) {
        return looks.look(connection -> {
            List<Map<String, Object>> turns = new ArrayList<>();
            List<TurnPlace> places = new ArrayList<>();
            looks.each(connection, query.sql(), query.parameters(), row -> {
                turns.add(TurnQuery.fields(row));
                places.add(TurnQuery.place(row));
            });
            return new TurnPage(
                    turns,
                    turns.size() < most
                            ? Optional.empty()
                            : Optional.of(places.get(most - 1).toString()));
        });
    }
}
