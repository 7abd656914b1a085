/**
 * How fast the product is, and what a turn costs: {@code bin/bench}.
 *
 * <p>Three processes on one machine: the server as its users start it, an upstream with fixed delays, and the load. The
 * upstream and the load are one thread each that waits for many connections at once, written by hand, because on a
 * machine with two cores what they take is missing from the server. Everything listens on the loopback address, and every
 * part ends by itself after a fixed time or count.
 *
 * <p>What a number includes stands beside it. The server's CPU time is the kernel's count for its process, compiler and
 * collector included. Sessions are minted anew after as many questions as a visitor asks, so the limits that are on by
 * default stay on and are counted; only those of one address are raised, since all load comes from one.
 *
 * <p>Traps: a first answer costs far more than a later one, so each part warms up; after the start the server computes the
 * vectors of the knowledge base for many seconds, so the load waits until it is idle; texts that repeat would come from
 * the speech cache, so every answer has a number of its own in each sentence.
 */
package org.voiceagent.bench;
