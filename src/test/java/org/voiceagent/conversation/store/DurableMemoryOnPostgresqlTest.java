package org.voiceagent.conversation.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class DurableMemoryOnPostgresqlTest extends DurableMemoryRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }
}
