package org.voiceagent.admin.entity;

/**
 * Who acts on the admin pages.
 *
 * @param address the call came from, as far as it is kept: of IPv6 the /64
 */
public record Actor(String user, String address) {}
