package org.voiceagent.insight.control;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Questions of one language that ask for the same in other words.
 *
 * <p>One after another joins the group it is most like, where it is like every member (complete link), so that no chain of small steps glues
 * together what has nothing in common; or it begins a group. The order is the caller's, so the same questions make the same
 * groups. Each is compared with all before it: 400 take some tens of milliseconds of a core.
 */
final class QuestionGroups {

    /** Chosen by the paraphrases of {@code tuning.txt} in the tests. */
    private static final double LIKE = 0.62;

    private final Likeness likeness;
    private final List<List<Integer>> groups = new ArrayList<>();

    private QuestionGroups(Likeness likeness) {
        this.likeness = likeness;
    }

    /**
     * @param questions those that are to begin groups first
     * @param language a primary subtag, as "en"
     * @return each question once, groups and members in the order they came
     */
    static <T> List<List<T>> of(List<T> questions, Function<T, String> wording, String language) {
        try (QuestionStems stems = new QuestionStems(language)) {
            List<SortedSet<String>> all =
                    questions.stream().map(wording).map(stems::of).toList();
            QuestionGroups grouped = new QuestionGroups(new Likeness(all));
            for (int question = 0; question < all.size(); question++) {
                grouped.add(question);
            }
            return grouped.groups.stream()
                    .map(group -> group.stream().<T>map(questions::get).toList())
                    .toList();
        }
    }

    private void add(int question) {
        double most = LIKE;
        List<Integer> likest = null;
        for (List<Integer> group : groups) {
            double like = leastLike(group, question, most);
            if (like > most) {
                most = like;
                likest = group;
            }
        }
        if (likest == null) {
            likest = new ArrayList<>();
            groups.add(likest);
        }
        likest.add(question);
    }

    /** @param enough below which it does not matter how little it is */
    private double leastLike(List<Integer> group, int question, double enough) {
        double least = 1;
        for (int place = 0; place < group.size() && least > enough; place++) {
            least = Math.min(least, likeness.of(group.get(place), question));
        }
        return least;
    }
}
