package org.voiceagent.conversation.entity;

/**
 * A visitor wants all that is kept of a session. Fired while the visitor waits: each store that keeps something observes it and
 * adds its part.
 */
public record SessionExported(SessionRef session, ExportParts parts) {}
