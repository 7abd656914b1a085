package org.voiceagent.insight.entity;

import java.util.List;

/**
 * Questions that ask for the same.
 *
 * @param question the wording asked most
 * @param language that most of its turns were asked in
 * @param tally of all its wordings
 * @param wordings the most asked first
 */
public record QuestionGroup(String question, String language, Tally tally, List<Wording> wordings) {}
