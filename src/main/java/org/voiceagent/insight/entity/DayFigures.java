package org.voiceagent.insight.entity;

import java.time.LocalDate;
import java.util.List;

/** A day's turns, counted by their kind. */
public record DayFigures(LocalDate day, List<Slice> slices) {}
