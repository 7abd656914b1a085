package org.voiceagent.conversation.entity;

/**
 * What a turn ended with that failed, as its visitor is told it.
 *
 * @param type of the problem
 * @param status as of HTTP
 */
public record Failure(String type, int status, String title, String detail) {}
