package org.voiceagent.conversation.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A visitor has rated an answer, and it is remembered; whoever observes ratings gets this event. The same rating may be told
 * twice, as when a call is sent again; the last one counts.
 *
 * @param rating empty when it was taken back
 */
public record TurnRated(SessionRef session, TurnId turn, Optional<Rating> rating, Instant at) {}
