package org.voiceagent.insight.entity;

import java.util.List;

/**
 * What is asked and not answered, or not well.
 *
 * @param question the wording that was most often in vain
 * @param language that most of its turns were asked in
 * @param tally of all wordings that ask for the same, those included that were answered
 * @param wordings that were in vain, the most frequent first
 * @param last the last turn in vain
 */
public record Gap(String question, String language, Tally tally, List<Wording> wordings, LastGap last) {}
