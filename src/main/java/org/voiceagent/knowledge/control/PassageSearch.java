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
 * Searches the passages of one language. Safe for use by many threads; nothing in it changes but for the sentence model, which
 * may come later.
 */
final class PassageSearch {

    private final List<Passage> passages;
    private final Lexicon lexicon;
    private final PassageIndex index;
    private final WordCoverage coverage;
    private final List<Set<AskedFor>> kinds;
    private final Set<String> ofSections;
    private final List<List<String>> sentences;
    private final SentenceWords sentenceWords;
    private final ThinkingRoom room = ThinkingRoom.ofThisMachine();
    private volatile Optional<SentenceVectors> meanings = Optional.empty();
    private volatile Asking asking;

    /** @param passages all in the language of the lexicon */
    PassageSearch(List<Passage> passages, Lexicon lexicon) {
        this.passages = List.copyOf(passages);
        this.lexicon = lexicon;
        this.asking = new Asking(SiteSynonyms.NONE, lexicon);
        this.index = new PassageIndex(passages, lexicon);
        this.coverage = new WordCoverage(
                passages.stream().map(passage -> lexicon.words(passage.words())).toList());
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

    /** How questions are taken apart: with the site's synonyms, which may change. */
    private record Asking(SiteSynonyms synonyms, Lexicon lexicon) {}

    /** A wording as it is searched for. */
    record Asked(Question question, double share) {}

    /**
     * What the passages of this language make of a question.
     *
     * @param relevances of each passage
     * @param asWell whether it was searched as well as it can be: no meaning was left out for want of time
     */
    record Searched(PassageSearch where, Readings readings, double[] relevances, boolean asWell) {

        /** The probability that one of the passages answers. */
        double answered() {
            return Arrays.stream(relevances).sum();
        }

        /** The same, as far as it is still open whether there is an answer elsewhere. */
        Searched among(double open) {
            return new Searched(
                    where,
                    readings,
                    Arrays.stream(relevances).map(relevance -> open * relevance).toArray(),
                    asWell);
        }

        /** @param best whether no other passage answers better */
        Finding finding(int passage, boolean best) {
            List<String> quotes = Quotation.of(where.sentences.get(passage), readings.fits(passage), best);
            return new Finding(where.passages.get(passage), quotes, relevances[passage]);
        }
    }

    String language() {
        return lexicon.language();
    }

    List<Passage> passages() {
        return passages;
    }

    /** @see KnowledgeBase#learnMeanings */
    boolean learnMeanings(SentenceMeanings all, BooleanSupplier wanted) throws IOException {
        meanings = all.of(passages, wanted);
        return meanings.isPresent();
    }

    boolean byMeaning() {
        return meanings.isPresent();
    }

    /** Of memory, at least. */
    long bytes() {
        long texts = passages.stream()
                .mapToLong(passage -> passage.title().length() + passage.text().length())
                .sum();
        return 2 * texts
                + index.bytes()
                + coverage.bytes()
                + meanings.map(SentenceVectors::bytes).orElse(0L);
    }

    /** What is to be searched for, as this language understands it. */
    List<Asked> asked(List<Wording> wordings, List<String> earlierQuestions, SiteSynonyms synonyms) {
        Lexicon asked = asking(synonyms);
        return wordings.stream()
                .map(wording -> new Asked(Question.of(wording.text(), earlierQuestions, asked), wording.share()))
                .toList();
    }

    private Lexicon asking(SiteSynonyms synonyms) {
        Asking latest = asking;
        if (latest.synonyms() != synonyms) {
            latest = new Asking(synonyms, lexicon.asking(synonyms));
            asking = latest;
        }
        return latest.lexicon();
    }

    /** By meaning; by words alone while more questions come than meanings can be computed. */
    Searched find(List<Asked> asked) {
        Optional<SentenceVectors> vectors = meanings;
        // computing a question's meaning takes far more time than all the rest of a turn
        Optional<Map<String, List<double[]>>> closeness = vectors.flatMap(all -> room.think(() -> asked.stream()
                .flatMap(one -> one.question().texts().stream())
                .distinct()
                .collect(Collectors.toMap(text -> text, all::closeness))));
        Readings readings =
                new Readings(asked.stream().map(one -> reading(one, closeness)).toList());
        return new Searched(this, readings, readings.relevances(), closeness.isPresent() == vectors.isPresent());
    }

    /** @param closeness of each sentence of each passage to each text, where their meanings are known */
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
