package org.voiceagent.insight.entity;

import java.util.List;

/**
 * What the log tells of a window.
 *
 * @param from the first day, ISO 8601
 * @param to the last day, which may be under way
 * @param perDay every day of the window, in order
 * @param outcomes turns by how they ended; likewise languages and engines
 * @param problems failed turns by the type of the problem
 * @param countries sessions by country, empty where nobody has said; likewise devices
 * @param questions those asked most, by what they ask for
 * @param unlisted turns whose question is not among them
 * @param gaps those asked most in vain
 * @param choices what there is to filter by, whatever is filtered by now
 */
public record Report(
        String from,
        String to,
        String timeZone,
        Totals totals,
        List<Day> perDay,
        List<Times> stages,
        List<Share> outcomes,
        List<Share> languages,
        List<Share> engines,
        List<Share> problems,
        List<Share> countries,
        List<Share> devices,
        List<QuestionGroup> questions,
        int unlisted,
        List<Gap> gaps,
        Choices choices) {

    /**
     * All of the window.
     *
     * @param interrupted barge-ins, and answers stopped by hand
     * @param failed with a problem of ours or of the upstream
     */
    public record Totals(Sums sums, Sessions sessions, int interrupted, int failed, int blocked, Rates rates) {}

    /**
     * Sessions with at least one of the turns, and what one has on average; 0 where there are none.
     *
     * @param ms from the end of its first turn to that of its last
     */
    public record Sessions(int count, double turns, double tokens, double ms) {}

    /**
     * Parts of 1; 0 where there is nothing to divide by.
     *
     * @param interrupted of all turns; likewise failed and cached
     * @param unanswered of those that are done
     * @param cachedInput of the input tokens
     */
    public record Rates(double interrupted, double failed, double cached, double unanswered, double cachedInput) {}

    /** @param sessions with a turn on this day; one over midnight is on both */
    public record Day(
            String day, int turns, int sessions, int interrupted, int failed, int unanswered, int up, int down) {}

    /**
     * Milliseconds of a stage.
     *
     * @param turns in which it happened; no others count
     */
    public record Times(String stage, int turns, int p50, int p95, int p99) {}

    public record Share(String name, int count) {}

    public record Choices(List<String> languages, List<String> engines, List<String> outcomes) {}
}
