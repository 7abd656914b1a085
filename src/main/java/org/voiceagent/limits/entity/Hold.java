package org.voiceagent.limits.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A part of a limit, set aside for work under way.
 *
 * @param counter whose part it is
 * @param until then it comes back by itself
 * @param life how long the counter is needed after its last change
 */
public record Hold(String counter, UUID id, long amount, Instant until, Duration life) {}
