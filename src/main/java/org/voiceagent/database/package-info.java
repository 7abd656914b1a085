/**
 * The SQL database, for whoever keeps something in it: the server's data source, its tables, and how long to wait for it.
 *
 * <p>Nothing that a visitor waits for may depend on it. So each call has a short time limit of its own, kept by a thread of
 * ours and not by the driver: a pool that has run dry or a cut line would hold its caller for a minute. After a failure it
 * is left alone for a while ({@code voice.database.retry}), and an outage is one warning in the log, not one for each call.
 *
 * <p>It is looked up and migrated when the first component asks for it; where none does, it is not touched at all. A
 * database that is dead at the start is asked again later, and gets its tables then.
 *
 * <p>Traps: Payara's default one is an H2 in a temporary folder that opens a port ({@code payara-config/preboot-*.txt} say
 * otherwise); H2 closes itself at the first moment of a SIGTERM, while the last turns still run, unless its URL says
 * {@code DB_CLOSE_ON_EXIT=FALSE}. Flyway's table has a name of its own, so that the database may hold other things too.
 */
package org.voiceagent.database;
