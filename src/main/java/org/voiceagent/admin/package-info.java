/**
 * Who administers the agent: sign-in, roles, and what the cluster holds.
 *
 * <p>Closed until it is configured: there is no default password. The sign-in lives in the cluster, since an HTTP session lives
 * on one member only, and under a hash of its token, since whoever may read the maps is not to become an admin by it.
 *
 * <p>Jakarta Security allows one authentication mechanism for an application. This one leaves all other paths alone; it runs
 * before every request, so it decides by the path before it does anything.
 *
 * <p>What is missing: an audit that is kept (sign-ins are log lines), switches at run time, OpenID Connect.
 */
package org.voiceagent.admin;
