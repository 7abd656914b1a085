package org.voiceagent.admin.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class AuditOnH2IT extends AuditRules {

    @Override
    DataSource source() {
        return TestDatabases.h2();
    }
}
