package org.voiceagent.knowledge.entity;

import java.util.List;

/**
 * What came of fetching the pages of websites.
 *
 * @param changed pages that are new, or say something else than before
 * @param removed pages that are not known any more
 * @param failed pages that are not known, or as they were before
 * @param problems the first ones, in the order of fetching
 * @param moreProblems how many there were besides
 */
public record FetchReport(
        int changed, int unchanged, int removed, int failed, List<FetchProblem> problems, int moreProblems) {

    public static final FetchReport NOTHING = new FetchReport(0, 0, 0, 0, List.of(), 0);

    public FetchReport {
        problems = List.copyOf(problems);
    }
}
