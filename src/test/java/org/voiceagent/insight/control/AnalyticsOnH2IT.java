package org.voiceagent.insight.control;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class AnalyticsOnH2IT extends AnalyticsRules {

    @Override
    DataSource source() {
        return TestDatabases.h2();
    }

    @Override
    int turns() {
        return 10_000;
    }
}
