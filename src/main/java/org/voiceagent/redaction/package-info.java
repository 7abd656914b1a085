/**
 * Takes out of a text what must not be shown or kept: numbers of payment cards and bank accounts, telephone numbers, e-mail
 * addresses, links, and what a site's own pattern finds.
 *
 * <p>A leaf, because two sides need it and must agree: the gate, for what an answer may say, and the log of turns, for what
 * may be kept. What can be checked is checked (Luhn for cards, ISO 7064 for accounts), so that an order's number stays; a
 * telephone number has no check digit, so what looks like one goes, and a date stays.
 *
 * <p>It finds what is written. A number that a visitor has dictated in words, or an address spelled out, it does not.
 */
package org.voiceagent.redaction;
