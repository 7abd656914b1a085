package org.voiceagent.insight.entity;

/**
 * What has ended within the last minute, on all members.
 *
 * @param sessions with one of the turns
 */
public record LastMinute(int turns, int sessions, int failed, int interrupted) {}
