package org.voiceagent.admin.entity;

import java.util.Optional;

/**
 * Who the identity provider says somebody is.
 *
 * @param subject never given to anybody else by this provider
 * @param name for people, who may be able to choose it
 * @param role empty when they may not in
 */
public record Identity(String subject, String name, Optional<Role> role) {}
