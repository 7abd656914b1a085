/**
 * What an answer consumed, and later what it cost: usage, prices, money.
 *
 * <p>A leaf, because both sides need it: the engines report usage, limits and insight turn it into money. Usage is in the
 * upstream's own units (tokens, seconds, characters) and never in money: prices change, what was used does not.
 *
 * <p>An answer that was cut or cancelled reports an estimate: the upstream sends its count last, and bills all the same.
 */
package org.voiceagent.cost;
