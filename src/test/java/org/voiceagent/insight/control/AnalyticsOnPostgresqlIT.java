package org.voiceagent.insight.control;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class AnalyticsOnPostgresqlIT extends AnalyticsRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }

    @Override
    int turns() {
        return 10_000;
    }
}
