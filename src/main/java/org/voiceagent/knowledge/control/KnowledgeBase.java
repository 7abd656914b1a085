package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.voiceagent.knowledge.control.Ranking.Evidence;
import org.voiceagent.knowledge.control.Readings.Reading;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.Passage;
import org.voiceagent.knowledge.entity.Wording;

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
    private final Set<String> ofSections;
    private final List<List<String>> sentences;
    private final SentenceWords sentenceWords;
    private final LatestFindings latest = new LatestFindings();
    private final ThinkingRoom room = ThinkingRoom.ofThisMachine();
    private volatile Optional<SentenceVectors> meanings = Optional.empty();

    private KnowledgeBase(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        this.index = new PassageIndex(passages, lexicon);
        this.coverage = new WordCoverage(passages.stream()
                .map(passage -> lexicon.words(allWords(passage)))
                .toList());
        this.kinds = passages.stream()
                .map(passage -> AskedFor.heldBy(passage.text()))
                .toList();
        this.ofSections = passages.stream()
                .filter(passage -> passage.id().indexOf('#') >= 0)
                .map(passage -> document(passage.id()))
                .collect(Collectors.toSet());
        this.sentences = passages.stream()
                .map(passage -> PassageSentences.of(passage.text()))
                .toList();
        this.sentenceWords = new SentenceWords(sentences, lexicon);
    }

    /** All that a passage can be found by. */
    static String allWords(Passage passage) {
        String title = passage.title() + ". ";
        return title + String.join(" ", passage.questions()) + " " + passage.text();
    }

    /** Ready at once, comparing words; {@link #learnMeanings} makes it compare meanings as well. */
    public static KnowledgeBase of(List<Passage> passages) {
        return new KnowledgeBase(passages);
    }

    public List<Passage> passages() {
        return passages;
    }

    /**
     * Learns what all passages mean, where that can be learnt; what is known already takes no time. Until it is done
     * questions are answered by words.
     *
     * @param wanted whether to go on
     * @return whether it can be told now
     */
    boolean learnMeanings(SentenceMeanings all, BooleanSupplier wanted) throws IOException {
        meanings = all.of(passages, wanted);
        return meanings.isPresent();
    }

    /** Whether questions are compared by meaning as well. */
    public boolean byMeaning() {
        return meanings.isPresent();
    }

    /** Of memory, at least: what is measured easily, and the texts twice. All of it is about twice as much. */
    long bytes() {
        long texts = passages.stream()
                .mapToLong(passage -> passage.title().length() + passage.text().length())
                .sum();
        return 2 * texts
                + index.bytes()
                + coverage.bytes()
                + meanings.map(SentenceVectors::bytes).orElse(0L);
    }

    /** As {@link #find(List, List, int)}, for a question whose wording is sure. */
    public List<Finding> find(String question, List<String> earlierQuestions, int most) {
        return find(Wording.only(question), earlierQuestions, most);
    }

    /**
     * By meaning; by words alone while more questions come than meanings can be computed.
     *
     * @param wordings the ways the question may be worded, at least one
     * @param earlierQuestions of the same conversation, oldest first; used when the question refers back to them
     * @return at most {@code most} passages, best first; the relevances of all passages add up to the probability that
     *     the knowledge base answers the question
     */
    public List<Finding> find(List<Wording> wordings, List<String> earlierQuestions, int most) {
        if (passages.isEmpty()) {
            return List.of();
        }
        Optional<SentenceVectors> vectors = meanings;
        List<Asked> asked = wordings.stream()
                .map(wording -> new Asked(Question.of(wording.text(), earlierQuestions, lexicon), wording.share()))
                .toList();
        String name = LatestFindings.name(asked, most, vectors.isPresent());
        return latest.of(name).orElseGet(() -> {
            // computing a question's meaning takes far more time than all the rest of a turn
            Optional<Map<String, List<double[]>>> closeness = vectors.flatMap(all -> room.think(() -> asked.stream()
                    .flatMap(one -> one.question().texts().stream())
                    .distinct()
                    .collect(Collectors.toMap(text -> text, all::closeness))));
            List<Finding> found = find(readings(asked, closeness), most);
            if (closeness.isPresent() == vectors.isPresent()) {
                latest.keep(name, found);
            }
            return found;
        });
    }

    /** A wording as it is searched for. */
    record Asked(Question question, double share) {}

    /** @param closeness of each sentence of each passage to each text, where their meanings are known */
    private Readings readings(List<Asked> asked, Optional<Map<String, List<double[]>>> closeness) {
        return new Readings(asked.stream().map(one -> reading(one, closeness)).toList());
    }

    private Reading reading(Asked asked, Optional<Map<String, List<double[]>>> closeness) {
        Question question = asked.question();
        IntFunction<double[]> fits = closeness
                .<IntFunction<double[]>>map(all -> all.get(question.text())::get)
                .orElse(passage -> sentenceWords.fit(question, passage));
        return new Reading(asked.share(), relevances(question, closeness), fits);
    }

    private double[] relevances(Question question, Optional<Map<String, List<double[]>>> closeness) {
        Ranking ranking = closeness.isPresent() ? Ranking.BY_MEANING : Ranking.BY_WORDS;
        List<Evidence> evidence = evidence(question, closeness.map(all -> all.get(question.text())));
        double[] all = ranking.relevances(evidence, question.words().size());
        return question.alone()
                .map(last -> Ranking.agreed(all, relevances(last, closeness)))
                .orElse(all);
    }

    private List<Finding> find(Readings readings, int most) {
        double[] relevances = readings.relevances();
        List<Integer> order = Ranking.best(relevances, most);
        return order.stream()
                .map(passage -> new Finding(
                        passages.get(passage),
                        Quotation.of(sentences.get(passage), readings.fits(passage), passage.equals(order.get(0))),
                        relevances[passage]))
                .toList();
    }

    private List<Evidence> evidence(Question question, Optional<List<double[]>> closeness) {
        double[] matches = index.scores(question.words());
        double[] covered = coverage.of(question.words());
        AskedFor kind = AskedFor.in(question.own());
        List<Evidence> evidence = new ArrayList<>(matches.length);
        for (int at = 0; at < matches.length; at++) {
            double close = closeness.isPresent() ? highest(closeness.get().get(at)) : 0;
            double overview = isOverview(passages.get(at)) ? 1 : 0;
            evidence.add(new Evidence(matches[at], covered[at], close, kindFits(kind, kinds.get(at)), overview));
        }
        return evidence;
    }

    private static double highest(double[] all) {
        return Arrays.stream(all).max().orElse(0);
    }

    private static int kindFits(AskedFor asked, Set<AskedFor> held) {
        if (asked == AskedFor.ANYTHING) {
            return 0;
        }
        return held.contains(asked) ? 1 : -1;
    }

    /** What stands before the first heading of a document that has more: all there is would be no overview. */
    private boolean isOverview(Passage passage) {
        return passage.id().indexOf('#') < 0 && ofSections.contains(document(passage.id()));
    }

    private static String document(String id) {
        return id.replaceFirst("[#~].*", "");
    }
}
