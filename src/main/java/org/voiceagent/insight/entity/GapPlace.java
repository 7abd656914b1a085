package org.voiceagent.insight.entity;

import java.time.LocalDate;
import java.util.List;

/**
 * Where in the log the last turn of a gap is.
 *
 * @param keys of all wordings that ask for the same
 * @param day the last one on which it was asked in vain
 * @param inVain the keys that were asked in vain on this day
 */
public record GapPlace(List<Long> keys, LocalDate day, List<Long> inVain) {}
