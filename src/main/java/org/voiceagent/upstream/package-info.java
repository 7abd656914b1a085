/**
 * The AI API as a network peer: where it is, how it is asked, and what each of its faults becomes.
 *
 * <p>The stages differ in what they send and read; they share the address, the key, the limits, the retries and the
 * errors. A visitor reads one of a few calm sentences and never a body, a key or a host of ours; the administrator
 * reads one log line a minute that names the key of the configuration to look at.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Only refusals that a moment cures are tried again (429, 500, 502, 503, a reset or refused connection), twice at
 *       most, with jitter, and only until the headers of a 200 are there: after that something may have been heard. A
 *       timeout is never tried again, for the visitor has waited long enough.
 *   <li>A {@code Retry-After} beyond a few seconds is not waited for but passed on. A used-up quota, which the API
 *       reports as 429 too, is not tried again: it takes an administrator.
 *   <li>The limit of the whole call covers all its tries.
 *   <li>Compatible servers differ: a missing {@code [DONE]}, missing usage, {@code data:} without a space and a missing
 *       content type are accepted.
 * </ul>
 *
 * <p>Traps: a stage with a URL of its own still gets the common key unless it has a key of its own. An error body can
 * repeat the key (the API does so for a wrong one) and the visitor's words: only its error code, checked for shape, may
 * be logged.
 */
package org.voiceagent.upstream;
