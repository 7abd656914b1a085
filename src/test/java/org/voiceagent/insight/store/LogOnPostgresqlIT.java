package org.voiceagent.insight.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class LogOnPostgresqlIT extends LogRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }
}
