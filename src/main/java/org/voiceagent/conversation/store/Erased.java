package org.voiceagent.conversation.store;

/**
 * What came of an erasure.
 *
 * @param conversations how many were erased: 1, or 0 when there was none
 * @param later its row is still in the database, which does not answer; the row is deleted when it does
 * @param outOfSight there is no such session here, but members that are missing or a database that has not been read may
 *     have it: nothing was erased
 */
public record Erased(int conversations, boolean later, boolean outOfSight) {}
