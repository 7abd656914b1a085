package org.voiceagent.insight.entity;

import java.util.List;
import java.util.Map;

/**
 * A day's turns of one kind, counted. It holds what many of them are merged by, in about forty bytes a turn.
 *
 * @param problems how often each type ended one
 * @param times of the stages that happened
 * @param visits sessions, each once
 */
public record Slice(
        Kind kind,
        Sums sums,
        Map<String, Integer> problems,
        Map<Stage, Samples> times,
        List<Visit> visits,
        AskedKeys questions) {}
