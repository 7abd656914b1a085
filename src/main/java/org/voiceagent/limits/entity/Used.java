package org.voiceagent.limits.entity;

import org.voiceagent.cost.Money;

/**
 * What a session has used of its limits; 0 where there is no limit, since then nothing is counted.
 *
 * @param characters spoken outside of turns in this clock hour
 * @param seconds transcribed outside of turns in this clock hour
 * @param spent in this UTC day, in the currency of the prices
 */
public record Used(long characters, long seconds, Money spent) {}
