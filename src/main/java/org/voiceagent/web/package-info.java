/**
 * What every call shares before a component sees it: origins, security headers, the agent's switch, limits of bodies,
 * request ids, and problems.
 *
 * <p>A leaf: components extend {@link org.voiceagent.web.Problem}, this package knows none of them. There is one mapper
 * and one writer, so that an error looks the same whether a resource, a filter, the JSON reader or the server found it.
 *
 * <p>Filters stand in {@code web.xml} because their order matters and annotations give none: headers first, so that a
 * refusal has them too; then the origin, so that a disabled agent does not tell strangers apart; then the switch, whose
 * state is a bean that others set and ask.
 *
 * <p>Origins are checked even for calls that CORS would let through ("simple" requests): the answer would be unreadable,
 * but the upstream would have been paid. The own origin is configured ({@code voice.public-url}); the Host header belongs
 * to the caller.
 *
 * <p>Traps: on Payara error pages are HTML with a {@code Server} header unless web.xml names our servlet for every
 * status; Jersey wraps what a stream throws, so the mapper looks for the problem among the causes.
 */
package org.voiceagent.web;
