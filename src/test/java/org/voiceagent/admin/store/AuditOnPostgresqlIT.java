package org.voiceagent.admin.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class AuditOnPostgresqlIT extends AuditRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }
}
