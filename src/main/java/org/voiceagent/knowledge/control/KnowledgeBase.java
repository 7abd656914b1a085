package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.knowledge.control.Ranking.Evidence;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.Passage;

/**
 * Finds the passages that answer a question. Safe for use by many threads; nothing in it changes but for the sentence
 * model, which may come later.
 */
public final class KnowledgeBase {

    private final List<Passage> passages;
    private final Lexicon lexicon = new Lexicon();
    private final PassageIndex index;
    private final WordCoverage coverage;
    private final List<Set<AskedFor>> kinds;
    private volatile Optional<SentenceVectors> meanings = Optional.empty();

    private KnowledgeBase(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        this.index = new PassageIndex(passages, lexicon);
        this.coverage = new WordCoverage(passages.stream()
                .map(passage -> lexicon.words(passage.title() + ". " + passage.text()))
                .toList());
        this.kinds = passages.stream()
                .map(passage -> AskedFor.heldBy(passage.text()))
                .toList();
    }

    /** Ready at once, comparing words; {@link #learnMeanings()} makes it compare meanings as well. */
    public static KnowledgeBase of(List<Passage> passages) {
        return new KnowledgeBase(passages);
    }

    /**
     * Reads a folder of Markdown entries.
     *
     * @param location a path, or {@code classpath:/} and a folder
     * @param baseUrl where visitors can read the entries; an entry's slug is appended
     * @throws ConfigurationError when there is nothing to read
     */
    public static KnowledgeBase read(String location, String baseUrl) {
        return of(new KnowledgeFolder(location)
                .entries().stream()
                        .flatMap(entry -> EntryPassages.of(entry, baseUrl).stream())
                        .toList());
    }

    public List<Passage> passages() {
        return passages;
    }

    /**
     * Loads the sentence model, where this WAR has it, and learns what all passages mean; takes about 40 ms of one core
     * for each sentence. Until it is done questions are answered by words.
     *
     * @return whether there is a sentence model
     */
    public boolean learnMeanings() throws IOException {
        meanings = SentenceModel.load().map(model -> new SentenceVectors(model, passages));
        return meanings.isPresent();
    }

    /**
     * @param earlierQuestions of the same conversation, oldest first; used when the question refers back to them
     * @return at most {@code most} passages, best first; the relevances of all passages add up to the probability that
     *     the knowledge base answers the question
     */
    public List<Finding> find(String question, List<String> earlierQuestions, int most) {
        if (passages.isEmpty()) {
            return List.of();
        }
        Optional<SentenceVectors> vectors = meanings;
        List<Evidence> evidence = evidence(Question.of(question, earlierQuestions, lexicon), vectors);
        Ranking ranking = vectors.isPresent() ? Ranking.BY_MEANING : Ranking.BY_WORDS;
        double[] relevances = ranking.relevances(evidence);
        return IntStream.range(0, relevances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(passage -> -relevances[passage]))
                .limit(most)
                .map(passage -> new Finding(passages.get(passage), relevances[passage]))
                .toList();
    }

    private List<Evidence> evidence(Question question, Optional<SentenceVectors> vectors) {
        double[] matches = index.scores(question.words());
        double[] closeness = new double[passages.size()];
        vectors.ifPresent(all -> {
            float[] vector = all.of(question.text());
            for (int passage = 0; passage < closeness.length; passage++) {
                closeness[passage] = all.closeness(vector, passage);
            }
        });
        AskedFor kind = AskedFor.in(question.own());
        List<Evidence> evidence = new ArrayList<>();
        for (int at = 0; at < closeness.length; at++) {
            evidence.add(new Evidence(
                    matches[at],
                    coverage.of(question.words(), at),
                    closeness[at],
                    kindFits(kind, kinds.get(at)),
                    isOverview(passages.get(at)) ? 1 : 0));
        }
        return evidence;
    }

    private static int kindFits(AskedFor asked, Set<AskedFor> held) {
        if (asked == AskedFor.ANYTHING) {
            return 0;
        }
        return held.contains(asked) ? 1 : -1;
    }

    private static boolean isOverview(Passage passage) {
        return passage.id().indexOf('#') < 0;
    }
}
