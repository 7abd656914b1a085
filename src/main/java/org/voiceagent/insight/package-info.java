/**
 * What admins want to know: the log of turns in SQL, how long it is kept, what it tells, and what the turns cost.
 *
 * <p>It observes the events of sessions and turns and is called by nobody, so that a slow, full or dead database never slows
 * a turn: an observer puts a record into a bounded queue, one thread writes what waits there in batches. What does not fit
 * is dropped, the newest first, and counted.
 *
 * <p>A row's key is its session and turn, so a turn that was told twice (tried again, taken over by another member) is one
 * row. Texts are redacted on the writer's thread, before anything leaves the memory; of a turn that the conversation does
 * not remember no words are kept at all.
 *
 * <p>An erased session leaves a tombstone in SQL. The writer looks for it before and after each batch, and the erasure for rows
 * before and after it has left the tombstone, so a row that waited on another member does not come back. While the database is dead, what is to be erased waits in a map of the cluster.
 *
 * <p>Whatever deletes a turn's row keeps its cost, as a sum of its day: money stays spent.
 *
 * <p>Analytics look at the log beside its writing, with connections and time limits of their own. A day is counted once, in Java
 * and not in SQL, so that both databases tell the same numbers and percentiles are exact; the counted day is used as long as
 * its print in the database (how many turns, when, how rated) is the same.
 *
 * <p>Questions are grouped by what they ask for, by the stems of their words and not by the vectors of {@code knowledge}: a vector takes
 * 50 ms of a core, four hundred 20 seconds, so groups would differ with how far that is; it knows English only, and a WAR may
 * come without it. Only wordings that were counted already are grouped, so a million turns cost no more than a thousand.
 *
 * <p>A country is what a proxy's header says, else what a file of the operator's says of the address; the file is in memory, so that
 * nobody waits for it or is asked, and the address is looked at within the call only.
 *
 * <p>Jakarta Persistence with a unit the application starts itself: the container would ask the database at the deployment
 * and not start without it, and knows no data source by configuration. Traps: a row the database refuses (a constraint, a
 * character) must not be taken for an outage, or it would block the queue for ever; a statement's error message may hold
 * the row, so EclipseLink's log is off.
 */
package org.voiceagent.insight;
