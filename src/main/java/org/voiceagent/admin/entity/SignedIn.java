package org.voiceagent.admin.entity;

/**
 * Somebody who is signed in.
 *
 * @param csrf what the pages send along with each change, since a cookie is sent by other sites' pages, too
 */
public record SignedIn(String user, Role role, String csrf) {}
