package org.voiceagent.conversation.entity;

/**
 * All that is kept of a session is to go. Fired while its visitor waits: each store that keeps something observes it, erases
 * its part, and enters into the receipt what came of it. Nothing of this session may be stored any more from then on.
 *
 * @param lived whether its conversation lived until now; the other stores may have something of one that did not
 */
public record SessionErased(SessionRef session, boolean lived, ErasureReceipt receipt) {}
