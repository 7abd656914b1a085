package org.voiceagent.insight.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class LogOnH2IT extends LogRules {

    @Override
    DataSource source() {
        return TestDatabases.h2();
    }
}
