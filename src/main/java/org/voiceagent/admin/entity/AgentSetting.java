package org.voiceagent.admin.entity;

import java.time.Instant;

/**
 * How an admin has set the agent, for all servers.
 *
 * @param reason for other admins, visitors are not told; may be empty
 * @param by the admin
 */
public record AgentSetting(boolean on, String reason, String by, Instant at) {}
