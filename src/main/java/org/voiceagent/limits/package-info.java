/**
 * The room for rates, budgets and slots, decided before anything that costs money.
 *
 * <p>Each limit is to be one atomic operation on a counter in the cluster, so that parallel requests cannot pass it
 * together; a refusal gives back what was taken before it, and a reservation expires when its member dies.
 *
 * <p>Until it is furnished the only limits are those of sizes (web), lengths (conversation, transcription, speech) and of
 * turns running at once on this member ({@code TurnThreads}).
 */
package org.voiceagent.limits;
