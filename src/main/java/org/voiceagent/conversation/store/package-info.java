/**
 * Conversations in the Hazelcast map.
 *
 * <p>Key: the session's reference, never its id. Value: a shape of its own with an explicit Compact serializer and a fixed
 * type name, so that a class can move or change while members of two versions run side by side.
 *
 * <p>Turns are appended by an entry processor at the owner: reading and writing back from here would lose one of two turns
 * that arrive together, which is what the eventually consistent store of the system before did. The session's life is
 * renewed in the same write, because a write without a TTL resets the entry to the map's default.
 *
 * <p>Reading and preferences do not renew: only talking keeps a session alive. Turns over the limit of the conversation go,
 * oldest first; the sequence counts on.
 *
 * <p>What a visitor whom the site has named has chosen stands in a map of its own, {@code visitors}, under a keyed hash of the site's
 * id, and the session remembers whose it is: so an erasure finds it. Erased means an empty entry for a while, as for a session.
 * It is not durable: an erasure that the database misses would have to be finished later, for a setting that is chosen again
 * with one press.
 *
 * <p>A durable memory is the map's {@code EntryStore}, written behind. Traps: Hazelcast's write-behind retries a failed write
 * for ever and logs each time, so failures never reach it; a row is JSON, because a cluster that was stopped as a whole has
 * forgotten its Compact schemas; a value written from outside the map's queue could come after the erasure of its session,
 * so even what an outage has missed goes through the queue again.
 */
package org.voiceagent.conversation.store;
