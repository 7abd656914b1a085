package org.voiceagent.insight.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class CostOnPostgresqlIT extends CostRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }
}
