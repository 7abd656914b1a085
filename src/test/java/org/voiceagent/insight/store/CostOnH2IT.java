package org.voiceagent.insight.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class CostOnH2IT extends CostRules {

    @Override
    DataSource source() {
        return TestDatabases.h2();
    }
}
