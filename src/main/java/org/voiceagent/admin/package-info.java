/**
 * Who administers the agent: sign-in, roles, what the cluster holds and does, acts, and the audit of them.
 *
 * <p>Closed until it is configured: there is no default password. The sign-in lives in the cluster, since an HTTP session lives
 * on one member only, and under a hash of its token, since whoever may read the maps is not to become an admin by it.
 *
 * <p>Jakarta Security allows one authentication mechanism for an application. This one leaves all other paths alone; it runs
 * before every request, so it decides by the path before it does anything.
 *
 * <p>What admins act on lives in the cluster, the audit of it in SQL: no transaction holds both, so the row comes first, and
 * without it nothing is done. Switching the agent off and signing in are the exceptions, since both are needed most when
 * something is broken; their rows wait.
 *
 * <p>The switch of the agent belongs to {@code web}, which knows neither admins nor the cluster: this component tells it. The
 * figures of the members are their metrics, told to each other, so that nothing is called here that only counts.
 *
 * <p>What is missing: OpenID Connect.
 */
package org.voiceagent.admin;
