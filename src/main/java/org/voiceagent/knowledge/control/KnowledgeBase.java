package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.knowledge.control.PassageSearch.Asked;
import org.voiceagent.knowledge.control.PassageSearch.Searched;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.Passage;
import org.voiceagent.knowledge.entity.Wording;

/**
 * Finds the passages that answer a question: of those in its language, and where these more likely do not answer it, of those in
 * other languages too. Safe for use by many threads; nothing in it changes but for the sentence model, which may come later.
 */
public final class KnowledgeBase {

    private static final String ENGLISH = "en";

    /** Other languages are asked as well when the probability that nothing has been found is higher. */
    private static final double DOUBT = 0.5;

    private final List<Passage> passages;
    private final Map<String, PassageSearch> languages;
    private final LatestFindings latest = new LatestFindings();

    private KnowledgeBase(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        this.languages = languages(passages);
    }

    /** The one with most passages first. */
    private static Map<String, PassageSearch> languages(List<Passage> passages) {
        Map<String, List<Passage>> parts = passages.stream()
                .collect(Collectors.groupingBy(Passage::language, LinkedHashMap::new, Collectors.toList()));
        Map<String, PassageSearch> searches = new LinkedHashMap<>();
        parts.entrySet().stream()
                .sorted(Comparator.comparingInt(part -> -part.getValue().size()))
                .forEach(part ->
                        searches.put(part.getKey(), new PassageSearch(part.getValue(), new Lexicon(part.getKey()))));
        return searches;
    }

    /** Ready at once, comparing words; {@link #learnMeanings} makes it compare meanings as well. */
    public static KnowledgeBase of(List<Passage> passages) {
        return new KnowledgeBase(passages);
    }

    public List<Passage> passages() {
        return passages;
    }

    /** Those whose meaning the sentence model can tell. */
    List<Passage> english() {
        return understood().map(PassageSearch::passages).orElse(List.of());
    }

    private Optional<PassageSearch> understood() {
        return Optional.ofNullable(languages.get(ENGLISH));
    }

    /**
     * Learns what all English passages mean, where that can be learnt; what is known already takes no time. Until it is done
     * questions are answered by words.
     *
     * @param wanted whether to go on
     * @return whether it can be told now
     */
    boolean learnMeanings(SentenceMeanings all, BooleanSupplier wanted) throws IOException {
        return understood().isPresent() && understood().get().learnMeanings(all, wanted);
    }

    /** Whether questions are compared by meaning as well. */
    public boolean byMeaning() {
        return understood().filter(PassageSearch::byMeaning).isPresent();
    }

    /** Of memory, at least: what is measured easily, and the texts twice. All of it is about twice as much. */
    long bytes() {
        return languages.values().stream().mapToLong(PassageSearch::bytes).sum();
    }

    /** As {@link #find(Search, int)}, for a question in English whose wording is sure. */
    public List<Finding> find(String question, List<String> earlierQuestions, int most) {
        return find(Wording.only(question), earlierQuestions, ENGLISH, most);
    }

    /** As {@link #find(Search, int)}, without synonyms of the site. */
    public List<Finding> find(List<Wording> wordings, List<String> earlierQuestions, String language, int most) {
        return find(new Search(wordings, earlierQuestions, language, SiteSynonyms.NONE), most);
    }

    /**
     * What is to be found.
     *
     * @param wordings the ways the question may be worded, at least one
     * @param earlierQuestions of the same conversation, oldest first; used when the question refers back to them
     * @param language the visitor's, a BCP 47 tag
     * @param synonyms of the site
     */
    record Search(List<Wording> wordings, List<String> earlierQuestions, String language, SiteSynonyms synonyms) {}

    /**
     * Finds passages.
     *
     * @return at most {@code most} passages, best first; the relevances of all passages add up to the probability that
     *     the knowledge base answers the question
     */
    List<Finding> find(Search search, int most) {
        List<PassageSearch> order = order(search.language());
        List<List<Asked>> asked = order.stream()
                .map(part -> part.asked(search.wordings(), search.earlierQuestions(), search.synonyms()))
                .toList();
        String name = LatestFindings.name(
                Stream.concat(
                                Stream.of(search.synonyms().version()),
                                order.stream().map(PassageSearch::language))
                        .toList(),
                asked.stream().flatMap(List::stream).toList(),
                most,
                byMeaning());
        return latest.of(name).orElseGet(() -> {
            List<Searched> searched = searched(order, asked);
            List<Finding> found = findings(searched, most);
            if (searched.stream().allMatch(Searched::asWell)) {
                latest.keep(name, found);
            }
            return found;
        });
    }

    private List<PassageSearch> order(String language) {
        Optional<PassageSearch> own = DocumentLanguage.of(language).map(languages::get);
        Stream<PassageSearch> others = languages.values().stream()
                .filter(search -> own.filter(search::equals).isEmpty());
        return Stream.concat(own.stream(), others).toList();
    }

    /** Each language as long as those before leave it in doubt whether there is an answer. */
    private static List<Searched> searched(List<PassageSearch> order, List<List<Asked>> asked) {
        List<Searched> searched = new ArrayList<>();
        double open = 1;
        for (int at = 0; at < order.size() && open > DOUBT; at++) {
            Searched found = order.get(at).find(asked.get(at)).among(open);
            searched.add(found);
            open -= found.answered();
        }
        return searched;
    }

    private static List<Finding> findings(List<Searched> searched, int most) {
        record Found(Searched in, int passage) {

            private double relevance() {
                return in.relevances()[passage];
            }
        }
        List<Found> best = searched.stream()
                .flatMap(in -> Ranking.best(in.relevances(), most).stream().map(passage -> new Found(in, passage)))
                .sorted(Comparator.comparingDouble(found -> -found.relevance()))
                .limit(most)
                .toList();
        return best.stream()
                .map(found -> found.in().finding(found.passage(), found.equals(best.get(0))))
                .toList();
    }
}
