package org.voiceagent.knowledge.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class DocumentTableOnPostgresqlIT extends DocumentRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }
}
