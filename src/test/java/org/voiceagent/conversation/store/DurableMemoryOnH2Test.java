package org.voiceagent.conversation.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class DurableMemoryOnH2Test extends DurableMemoryRules {

    @Override
    DataSource source() {
        return TestDatabases.h2();
    }
}
