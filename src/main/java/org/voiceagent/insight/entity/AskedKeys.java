package org.voiceagent.insight.entity;

/**
 * The keys of questions, one for each turn, in any order.
 *
 * @param asked of all turns whose words are kept
 * @param unanswered of those whose answer rests on nothing the website says
 * @param down of those whose visitor has said that the answer is no good
 * @param gaps of those that are one of both, or both
 */
public record AskedKeys(long[] asked, long[] unanswered, long[] down, long[] gaps) {}
