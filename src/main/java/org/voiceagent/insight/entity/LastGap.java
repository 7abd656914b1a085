package org.voiceagent.insight.entity;

/**
 * A turn that was in vain.
 *
 * @param session its reference
 * @param at when it ended, ISO 8601
 * @param response the beginning of what was answered; empty where it is not kept
 * @param answered whether what it asks for has been answered since, with a source and without a thumb down
 */
public record LastGap(String session, String at, String question, String response, boolean answered) {}
