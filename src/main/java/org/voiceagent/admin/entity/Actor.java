package org.voiceagent.admin.entity;

/**
 * Who acts on the admin pages.
 *
 * @param address the call came from, as far as it is kept: of IPv6 the /64
 */
public record Actor(String user, String address) {

    /** Who is no user, or not yet: whatever somebody types as a name may be a password, and is kept nowhere. */
    public static Actor unknown(String address) {
        return new Actor("(unknown)", address);
    }
}
