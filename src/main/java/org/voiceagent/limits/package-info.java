/**
 * Rates, budgets and slots, decided before anything that costs money.
 *
 * <p>Each limit is one atomic operation on a counter in the cluster, run where the counter lives: two calls at once on two
 * members cannot pass it together, as they could with the eventually consistent store of the system before. A refusal gives
 * back what was taken before it.
 *
 * <p>Rates count whole clock hours, so the time to wait is known exactly. Budgets and the cluster's slots set a part aside
 * before the work and settle it after, with what was really used; a part that nobody settles comes back when its lease is
 * over, because its member has died.
 *
 * <p>A day's and a month's budget are two counters, and so two operations: what the first has set aside is given back when the second
 * refuses. What was spent before there was a cluster is a part of the counter that no member has.
 *
 * <p>A counter keeps each member's part by itself. After a split the larger of each part is taken, so what both sides
 * counted is summed and nothing is counted twice.
 *
 * <p>The limit of turns in a session's hour is not here: the session's own entry decides it, in the operation that admits
 * the turn. How many turns one member runs is not here either: its threads do ({@code TurnThreads}).
 *
 * <p>Trap: addresses stand in a counter's name as a digest only; they are personal data.
 */
package org.voiceagent.limits;
