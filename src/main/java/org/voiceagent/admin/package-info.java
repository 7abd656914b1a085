/**
 * The room for sign-in, roles, audit and switches at run time.
 *
 * <p>Closed until it is configured: there is to be no default password. The sign-in is to live in the cluster, since an
 * HTTP session lives on one member only.
 */
package org.voiceagent.admin;
