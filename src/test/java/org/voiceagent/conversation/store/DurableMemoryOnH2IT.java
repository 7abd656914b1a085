package org.voiceagent.conversation.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class DurableMemoryOnH2IT extends DurableMemoryRules {

    @Override
    DataSource source() {
        return TestDatabases.h2();
    }
}
