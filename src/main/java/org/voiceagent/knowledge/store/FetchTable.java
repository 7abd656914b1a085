package org.voiceagent.knowledge.store;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.voiceagent.database.Database;
import org.voiceagent.knowledge.entity.FetchReport;
import org.voiceagent.knowledge.entity.FetchState;

/**
 * Who fetches pages, and what came of it: one row, which is held by whoever fetches, until a time that has to be put off again
 * and again. So it is free when a server has died, and on both sides of a split only one fetches. Times are the servers', whose
 * clocks must not differ by minutes. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}.
 */
public final class FetchTable {

    private static final String UPDATE = "update voice_agent_fetching set ";
    private static final String ROW = " where id = 1";
    private static final String HELD = ROW + " and holder = ?";
    private static final long NEVER = 0;
    private static final Jsonb JSON = JsonbBuilder.create();

    private final Database database;

    FetchTable(Database database) {
        this.database = database;
    }

    public FetchState state() {
        database.reach();
        return database.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select held_until, asked_at, begun_at, ended_at, report from voice_agent_fetching" + ROW)) {
                select.setQueryTimeout(database.seconds());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return state(row);
                }
            }
        });
    }

    private static FetchState state(ResultSet row) throws SQLException {
        String report = row.getString("report");
        return new FetchState(
                Instant.ofEpochMilli(row.getLong("held_until")),
                time(row.getLong("asked_at")),
                time(row.getLong("begun_at")),
                time(row.getLong("ended_at")),
                report == null ? FetchReport.NOTHING : JSON.fromJson(report, FetchReport.class));
    }

    private static Optional<Instant> time(long millis) {
        return millis == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /**
     * Begins, where nobody else has begun.
     *
     * @param seen as it was when it was due
     * @return false when somebody else was faster
     */
    public boolean take(String holder, FetchState seen, Instant now, Instant until) {
        return changed(
                "holder = ?, held_until = ?, begun_at = ?" + ROW + " and held_until <= ? and begun_at = ?",
                holder,
                until.toEpochMilli(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                seen.begunAt().map(Instant::toEpochMilli).orElse(NEVER));
    }

    /** @return false when another one has begun by now */
    public boolean hold(String holder, Instant until) {
        return changed("held_until = ?" + HELD, until.toEpochMilli(), holder);
    }

    /** Has it begun anew by whoever comes first. */
    public void release(String holder) {
        changed("holder = null, held_until = 0" + HELD, holder);
    }

    public void end(String holder, Instant now, FetchReport report) {
        changed(
                "holder = null, held_until = 0, ended_at = ?, report = ?" + HELD,
                now.toEpochMilli(),
                JSON.toJson(report),
                holder);
    }

    /** Writes down that it is to be done once more. */
    public void ask(Instant now) {
        changed("asked_at = ?" + ROW, now.toEpochMilli());
    }

    private boolean changed(String change, Object... values) {
        database.reach();
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(UPDATE + change)) {
                update.setQueryTimeout(database.seconds());
                for (int place = 0; place < values.length; place++) {
                    update.setObject(place + 1, values[place]);
                }
                return update.executeUpdate() > 0;
            }
        });
    }
}
