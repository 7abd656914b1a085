package org.voiceagent.insight.entity;

/** A question in certain words, as it was last asked, and how often. */
public record Wording(String question, Tally tally) {}
