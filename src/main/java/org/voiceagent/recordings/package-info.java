/**
 * The room for the sound of visitors who agreed to be recorded: a folder or an S3-compatible store.
 *
 * <p>Nobody calls it but by {@link org.voiceagent.conversation.control.SoundKeeper}, which it implements: the threads of a turn
 * hand over what they have, uncopied, and go on. So many bytes may wait and no more; one thread writes them. What does not fit is
 * dropped as a whole recording, and counted. Where nothing is recorded, nobody keeps a byte.
 *
 * <p>Consent decides twice: when sound comes, and again around the writing, by the session's entry in the map of conversations.
 * Only what a living session has agreed to is written, so an erased, withdrawn or expired one needs no list of tombstones, and a
 * recording that waits on any member cannot come back. The price: after an outage longer than a session lives, what waited is lost.
 *
 * <p>A server that dies between writing and looking again would leave a recording of an erased session behind. So each erasure is
 * done once more, by whoever is there, minutes later; the map {@code erased-recordings} remembers, and holds as well what a dead
 * store could not erase.
 *
 * <p>What waits at a stop is written before the beans go: the member, which knows who has agreed, is one of them, and CDI
 * promises no order between them. It has some seconds; a stop that takes longer than the server's grace would be killed.
 *
 * <p>A visitor's recordings outlive the session, so their address knows no living session to count by. It counts the network
 * address, and lets a few in at once: each takes an HTTP thread and memory. Purges and erasures that are made up for have a
 * thread of their own, since they look through all that is kept.
 *
 * <p>Names hold the session's reference and the turn's id. The id is the visitor's side's choice, but only a UUID can be one.
 *
 * <p>The AWS SDK, and not requests signed by hand: its signatures fit every S3-compatible store. Traps: it sends checksums that
 * other stores do not know, it would look for a machine's metadata and a user's profiles, and it tries again by itself, which
 * holds up the queue; all of it is switched off. A PUT that has timed out may have arrived.
 *
 * <p>A folder belongs to one server or is shared by all: a mark in it, told as the member's attribute, keeps out servers that
 * would write elsewhere, where no erasure would find it.
 */
package org.voiceagent.recordings;
