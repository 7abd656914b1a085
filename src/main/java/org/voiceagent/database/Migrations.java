package org.voiceagent.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to the version this WAR wants; several servers that start together wait for each other. */
final class Migrations {

    private static final String FOLDER = "classpath:db/migration";
    private static final String TABLE = "voice_agent_migration";
    /** A database that holds tables of others already is taken as it is, before our first version. */
    private static final String BEFORE_OURS = "0";

    private Migrations() {}

    static void run(DataSource source) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations(FOLDER)
                .table(TABLE)
                .baselineOnMigrate(true)
                .baselineVersion(BEFORE_OURS)
                .load()
                .migrate();
    }
}
