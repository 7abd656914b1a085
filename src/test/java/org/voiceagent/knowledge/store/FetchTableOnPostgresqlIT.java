package org.voiceagent.knowledge.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class FetchTableOnPostgresqlIT extends FetchRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }
}
