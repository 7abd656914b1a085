package org.voiceagent.conversation.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A session was minted. Fired within the call that did, so that observers can see where it came from.
 *
 * @param language BCP 47 tag, where the visitor's side has said one
 */
public record SessionBegun(SessionRef session, Instant at, Optional<String> language) {}
