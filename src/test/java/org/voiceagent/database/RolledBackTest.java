package org.voiceagent.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What docs/deployment.md says of rolling back. */
class RolledBackTest {

    private static final String NEWER = """
            insert into "voice_agent_migration" ("installed_rank", "version", "description", "type", "script", "checksum",
                "installed_by", "installed_on", "execution_time", "success")
            values (999, '999', 'of a newer version', 'SQL', 'V999__newer.sql', 1, 'sa', current_timestamp, 1, true)""";

    @Test
    void a_version_starts_on_the_tables_of_a_newer_one() throws SQLException {
        DataSource database = TestDatabases.h2();
        Migrations.run(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(NEWER);
        }

        assertDoesNotThrow(() -> Migrations.run(database));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet newer =
                        statement.executeQuery("select 1 from \"voice_agent_migration\" where \"version\" = '999'")) {
            assertTrue(newer.next(), "what the newer version has written is left alone");
        }
    }
}
