package org.voiceagent.conversation.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class DurableMemoryOnPostgresqlIT extends DurableMemoryRules {

    @Override
    DataSource source() {
        return TestDatabases.postgresql();
    }
}
