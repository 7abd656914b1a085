package org.voiceagent.insight.entity;

/**
 * What turns are told apart by.
 *
 * @param language BCP 47 tag
 * @param engine what answered, {@code embedded}, {@code site} or {@code openai/} and the model
 * @param outcome {@code done}, {@code interrupted}, {@code failed} or {@code blocked}
 */
public record Kind(String language, String engine, String outcome) {}
