/**
 * The one place that speaks HTTP to the outside as a stream.
 *
 * <p>An answer and its speech arrive over seconds and are abandoned at any moment, so each call has four limits of time
 * and one of size, and closing a stream closes the connection behind it at once. The standard client does neither: its
 * timeout ends at the headers, and the input stream it offers on JDK 17 waits without limit. The body is therefore
 * taken over by a subscriber of our own, whose reader waits with a time limit; that needs no watchdog thread, and ties
 * none of the container's.
 *
 * <p>{@link org.voiceagent.outbound.Webhook} stands on it: it delivers what this server tells others by itself.
 *
 * <p>{@link org.voiceagent.outbound.ForeignPages} does as well: it calls what others have named, and looks at the address first.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>While the headers are awaited there is nothing to close yet: interrupt the thread. The call then ends as
 *       cancelled, and the thread stays interrupted.
 *   <li>Silence counts only while somebody reads. A slow reader is slowed down by back pressure and is no fault of the
 *       peer; the limit of the whole call covers it, at its next read.
 *   <li>{@code http:} URLs are called with HTTP/1.1: the upgrade to HTTP/2 that the client would offer breaks servers.
 *   <li>Redirects are never followed: they would carry the key, or a visitor's words, to a host nobody configured.
 *   <li>Limits are durations, so they are measured on the JVM's monotonic clock; a corrected wall clock must not cut a
 *       call.
 *   <li>The client's threads are its own and run none of our code but the subscriber; idle ones end after seconds.
 * </ul>
 */
package org.voiceagent.outbound;
