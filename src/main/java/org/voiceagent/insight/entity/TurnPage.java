package org.voiceagent.insight.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some logged turns, the newest first.
 *
 * @param turns by the words of {@link TurnField}; what is not known is left out
 * @param next where the page after it begins; empty after the last
 */
public record TurnPage(List<Map<String, Object>> turns, Optional<String> next) {}
