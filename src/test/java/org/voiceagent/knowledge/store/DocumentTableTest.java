package org.voiceagent.knowledge.store;

import javax.sql.DataSource;
import org.voiceagent.database.TestDatabases;

class DocumentTableTest extends DocumentRules {

    @Override
    DataSource source() {
        return TestDatabases.h2();
    }
}
