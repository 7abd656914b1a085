package org.voiceagent.knowledge.entity;

/**
 * A passage found for a question.
 *
 * @param relevance how well it answers the question, 0 to 1
 */
public record Finding(Passage passage, double relevance) {}
