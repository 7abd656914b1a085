/**
 * Who administers the agent: sign-in, roles, what the cluster holds and does, acts, and the audit of them.
 *
 * <p>Closed until it is configured: there is no default password. The sign-in lives in the cluster, since an HTTP session lives
 * on one member only, and under a hash of its token, since whoever may read the maps is not to become an admin by it.
 *
 * <p>Who calls is told by a module of Jakarta Authentication, which Jakarta Security's {@code HttpAuthenticationMechanism} stands
 * on. The server allows one for an application and asks it before every request, a visitor's too; Payara's bridge to a mechanism
 * looks the bean up by JNDI twice each time, which was a third of the server's work for a visitor's smallest call. The module
 * decides by the path before it does anything.
 *
 * <p>What admins act on lives in the cluster, the audit of it in SQL: no transaction holds both, so the row comes first, and
 * without it nothing is done. Switching the agent off and signing in are the exceptions, since both are needed most when
 * something is broken; their rows wait.
 *
 * <p>The switch of the agent belongs to {@code web}, which knows neither admins nor the cluster: this component tells it. The
 * figures of the members are their metrics, told to each other, so that nothing is called here that only counts.
 *
 * <p>An OpenID Connect provider stands beside the passwords: an admin has to get in when it is dead, to switch the agent off. Who
 * wants it alone configures no password. A sign-in by it ends in the same entry of the same map, so that all rules hold for it
 * as well; of its tokens nothing is kept. Between the way there and the way back the nonce and the verifier are an entry of the
 * cluster, since the way back may lead to any member, must serve once, and members share no key to sign a cookie with. Its key
 * is a hash of the state, which travels, and of a cookie, which stays with the browser that began. That cookie is lax, since
 * whoever comes back comes from another site; the one of the sign-in is strict nevertheless: the page that the way ends at is
 * static, needs no cookie, and what it asks for then comes from our own site.
 *
 * <p>Traps: Nimbus' validator of ID tokens does not look at {@code azp}; its own HTTP client and its refreshing threads are
 * never used; a name from the provider may be anybody's choice, so the audit has it as {@code oidc:name}, with the subject.
 */
package org.voiceagent.admin;
