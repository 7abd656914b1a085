/**
 * What a turn consumed, and what it cost: usage, prices, money.
 *
 * <p>A leaf, because both sides need it: the engines report usage, limits and insight turn it into money. Usage is in the
 * upstream's own units (tokens, seconds, characters) and never in money: prices change, what was used does not.
 *
 * <p>Money is exact: decimals in, whole millionths of a millionth in the cluster's counters, never floating point, so that
 * a thousand sums on three members are the same as one. Sums over months are decimals: a {@code long} of these holds nine million,
 * which are few in some currencies.
 *
 * <p>An answer that was cut or cancelled reports an estimate: the upstream sends its count last, and bills all the same.
 * Speech is priced by the character, also where an upstream bills its tokens of audio: the price list says how much.
 */
package org.voiceagent.cost;
